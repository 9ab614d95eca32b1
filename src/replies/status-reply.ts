// Turns the status of the coverage and its sources into a reply.
import type { Status } from '../answers/status.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { count, formatDay, timeAgo, timeUntil } from './phrases.ts'
import type { Reply } from './reply.ts'

/** Returns the reply on what is searched and how fresh it is, with a line for each source. */
export function statusReply(status: Status & { sources?: SourceStanding[] }): Reply {
  const { searched, passages, quotations, newest, sample, sources = [] } = status
  const { articles, from, to, indexedAt } = searched
  const coverage = [count(articles, 'article'), count(passages, 'passage'), count(quotations, 'quotation')]
  return [
    { kind: 'heading', text: articles ? 'Readback is ready' : 'Readback has no coverage yet' },
    {
      kind: 'list',
      items: [
        { term: sample ? 'Sample coverage' : 'Coverage', text: coverage.join(', ') },
        { term: 'Dates', text: from && to ? `${formatDay(from)} to ${formatDay(to)}` : 'none known' },
        {
          term: 'Newest',
          text: newest ? `${newest.headline} (${formatDay(newest.publishedAt)})` : 'none dated',
        },
        { term: 'Languages', text: LANGUAGES },
        { term: 'Indexed', text: timeAgo(indexedAt, new Date()) },
        ...sources.map((source) => ({ term: source.name, text: sourceInWords(source, new Date()) })),
      ],
    },
  ]
}

/** What is read in which language. */
const LANGUAGES = 'quotations in any language; who said them in English stories only; questions in English'

type SourceStanding = Awaited<ReturnType<Newsroom['read']['status']>>['sources'][number]

function sourceInWords(
  { succeededAt, newStoryAt, nextTryAt, error, lateSince }: SourceStanding,
  now: Date,
): string {
  const parts = [
    lateSince && 'LATE',
    newStoryAt ? `last new story ${timeAgo(newStoryAt, now)}` : 'no new story yet',
    succeededAt ? `last reached ${timeAgo(succeededAt, now)}` : 'not reached yet',
    nextTryAt && `next try ${timeUntil(nextTryAt, now)}`,
    error,
  ]
  return parts.filter((part) => part).join('; ')
}
