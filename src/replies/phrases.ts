import type { Citation, Moment } from '../archive/article.ts'
import type { Above, Spoken } from './reply.ts'

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** A moment's day as the story's own place counts it: "Feb 4, 2026". */
export const day = (moment: Moment): string => DAY.format(new Date(`${moment.slice(0, 10)}T00:00:00Z`))

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const
const RELATIVE = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' })

/** How long ago an instant was: "5 minutes ago", "just now". */
export function ago(instant: string, now: Date): string {
  const seconds = (now.getTime() - new Date(instant).getTime()) / 1000
  const unit = UNITS.find(([, length]) => seconds >= length)
  return unit ? RELATIVE.format(-Math.floor(seconds / unit[1]), unit[0]) : 'just now'
}

/** How long until an instant: "in 5 minutes", "now". */
export function ahead(instant: string, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
  const unit = UNITS.find(([, length]) => seconds >= length)
  return unit ? RELATIVE.format(Math.floor(seconds / unit[1]), unit[0]) : 'now'
}

/** A count with its noun: "1 article", "2,140 articles". */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? noun : `${noun}s`}`

/** What stands in the place of a name: a mention that leads to nobody by name, or nothing at all. */
export const unnamed = (mention: string | null) => (mention ? 'speaker not named' : 'speaker not stated')

/** Who said it, to whom, and who reports it: "Jeff Ives, as Mayor Dunne reports it". */
export function attribution({ speaker, mention, addressee, reportedBy }: Spoken): string {
  const who = speaker ?? unnamed(mention)
  const named = mention ? ` (“${mention}”)` : ''
  return [
    who + named,
    addressee && `to ${addressee}`,
    reportedBy && reportedBy !== speaker && `as reported by ${reportedBy}`,
  ]
    .filter((part) => part)
    .join(', ')
}

/** A story in words, with its correction. */
export const correctedLine = (story: Citation): string =>
  `${storyLine(story)}.${story.correction ? ` ${story.correction}` : ''}`

/** A story in words: its headline and, as far as they are known, outlet and day. */
function storyLine({ headline, outlet, publishedAt }: Citation): string {
  const where = [outlet, publishedAt && day(publishedAt)].filter((part) => part).join(', ')
  return where ? `${headline} (${where})` : headline
}

/** A citation in words, without its link: headline, outlet, byline, date, paragraph; without what was said above it. */
export const citationLine = (citation: Citation, above?: Above): string =>
  [...(above ? [] : [citation.headline]), ...citationFacts(citation, above), paragraph(citation)].join(' · ')

/** The number of the paragraph that a citation is of: "¶5". */
export const paragraph = ({ ordinal }: Citation): string => `¶${ordinal}`

/** What a citation says between headline and paragraph: outlet, byline, date; nothing where the story was cited above. */
export function citationFacts({ outlet, byline, publishedAt }: Citation, above?: Above): string[] {
  if (above === 'story') return []
  const when = publishedAt ? day(publishedAt) : 'date unknown'
  return [...(outlet ? [outlet] : []), ...(byline ? [`by ${byline}`] : []), when]
}
