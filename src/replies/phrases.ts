// Words what every renderer says alike: days, times, counts, attributions and citations.
import type { Question } from '../answers/answer.ts'
import type { Citation, Moment } from '../archive/article.ts'
import { DAY_MS } from '../durations.ts'
import type { CitedAbove, ExchangeNode, QuotationNode } from './reply.ts'

const DAY_FORMAT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** Returns the day of a moment, in the time zone that the story states: "Feb 4, 2026". */
export const formatDay = (moment: Moment): string =>
  DAY_FORMAT.format(new Date(`${moment.slice(0, 10)}T00:00:00Z`))

/**
 * Returns the days that a question is narrowed to: "from Dec 1, 2025 to Dec 31, 2025", "of Feb 4, 2026", "before Mar 1,
 * 2026"; null where it is not.
 */
function periodOf({ days, after, before }: Pick<Question, 'days' | 'after' | 'before'>): string | null {
  const named = days.map(({ from, to }) => {
    const last = dayBefore(to)
    return from === last ? `of ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(last)}`
  })
  const open = [after && `from ${formatDay(after)}`, before && `before ${formatDay(before)}`].filter(Boolean)
  return [named.join(' and '), open.join(' and ')].filter(Boolean).join(', ') || null
}

/** Returns what a question is narrowed to besides its words: its filters, days, and what is left out. */
export function narrowingsOf(question: Question): string[] {
  const { text, speaker, outlet, author, article, excluded } = question
  return [
    text && speaker && `said by ${speaker}`,
    outlet && `in ${outlet}`,
    author && `by ${author}`,
    article && `in “${article}”`,
    periodOf(question),
    excluded.length && `without ${excluded.map((words) => `“${words}”`).join(' and ')}`,
    question.order && ORDERS[question.order],
  ].filter((part) => typeof part === 'string' && part !== '') as string[]
}

const ORDERS = { oldest: 'oldest first', newest: 'newest first', longest: 'longest first' }

const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)

const UNIT_SECONDS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const
const RELATIVE_FORMAT = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' })

/** Returns how long ago an instant was: "5 minutes ago", "just now". */
export function timeAgo(instant: string, now: Date): string {
  const seconds = (now.getTime() - new Date(instant).getTime()) / 1000
  const unit = UNIT_SECONDS.find(([, length]) => seconds >= length)
  return unit ? RELATIVE_FORMAT.format(-Math.floor(seconds / unit[1]), unit[0]) : 'just now'
}

/** Returns how long it is until an instant: "in 5 minutes", "now". */
export function timeUntil(instant: string, now: Date): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
  const unit = UNIT_SECONDS.find(([, length]) => seconds >= length)
  return unit ? RELATIVE_FORMAT.format(Math.floor(seconds / unit[1]), unit[0]) : 'now'
}

/** Returns a count with its noun: "1 article", "2,140 articles". */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? noun : `${noun}s`}`

/** Returns what stands in place of a speaker’s name: "not named" where there is a mention, else "not stated". */
export const unnamedSpeaker = (mention: string | null) =>
  mention ? 'speaker not named' : 'speaker not stated'

const NAMES_FORMAT = new Intl.ListFormat('en-US')

/** Returns who said it, to whom, and who reports it: "Jeff Ives, to the Bell, as reported by Mayor Dunne". */
export function attribution({ speaker, jointly, mention, addressee, reportedBy }: QuotationNode): string {
  const who = speaker ? NAMES_FORMAT.format([speaker, ...jointly]) : unnamedSpeaker(mention)
  const named = mention ? ` (“${mention}”)` : ''
  return [
    who + named,
    addressee && `to ${addressee}`,
    reportedBy && reportedBy !== speaker && `as reported by ${reportedBy}`,
  ]
    .filter((part) => part)
    .join(', ')
}

/** Returns who said the other half of an exchange, and which half it is: "NBC News (the question)". */
export const exchangeLine = ({ half, speaker, mention }: ExchangeNode): string =>
  `${speaker ?? mention ?? unnamedSpeaker(null)} (the ${half})`

/** Returns a quotation's words as they are shown: in marks, unless they stand in a sentence with its own. */
export const inMarks = <Shown>({ inSentence }: QuotationNode, shown: Shown): [string, Shown, string] =>
  inSentence ? ['', shown, ''] : ['“', shown, '”']

/** Returns a story in words, with its correction: "Ferry stays (The Bell, Feb 4, 2026). It was Monday." */
export const storyWithCorrection = (story: Citation): string =>
  `${storyLine(story)}.${story.correction ? ` ${story.correction}` : ''}`

/** Returns a story in words: its headline and, where known, outlet and day. */
function storyLine({ headline, outlet, publishedAt }: Citation): string {
  const where = [outlet, publishedAt && formatDay(publishedAt)].filter((part) => part).join(', ')
  return where ? `${headline} (${where})` : headline
}

/** Returns a citation without its link: headline, outlet, byline, date, paragraph; less what is cited above it. */
export const citationLine = (citation: Citation, above?: CitedAbove): string =>
  [...(above ? [] : [citation.headline]), ...citationFacts(citation, above), paragraphMark(citation)].join(
    ' · ',
  )

/** Returns the number of a citation’s paragraph: "¶5". */
export const paragraphMark = ({ ordinal }: Citation): string => `¶${ordinal}`

/** Returns outlet, byline and date of a citation, and whether readers must pay; nothing where the story is cited above. */
export function citationFacts(
  { outlet, byline, publishedAt, paywalled }: Citation,
  above?: CitedAbove,
): string[] {
  if (above === 'story') return []
  const when = publishedAt ? formatDay(publishedAt) : 'date unknown'
  return [
    ...(outlet ? [outlet] : []),
    ...(byline ? [`by ${byline}`] : []),
    when,
    ...(paywalled ? ['paywalled'] : []),
  ]
}
