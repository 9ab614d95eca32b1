import type { Status } from '../answers/status.ts'
import type { Newsroom } from '../newsroom.ts'
import { ago, ahead, count, day } from './phrases.ts'
import type { Reply } from './reply.ts'

/** What a person is told of what is searched and how fresh it is. */
export function statusReply(status: Status & { sources?: SourceStanding[] }): Reply {
  const { searched, passages, quotations, newest, sources = [] } = status
  const { articles, from, to, indexedAt } = searched
  const coverage = [count(articles, 'article'), count(passages, 'passage'), count(quotations, 'quotation')]
  return [
    { kind: 'heading', text: articles ? 'Readback is ready' : 'Readback has no coverage yet' },
    {
      kind: 'list',
      items: [
        { term: 'Coverage', text: coverage.join(', ') },
        { term: 'Dates', text: from && to ? `${day(from)} to ${day(to)}` : 'none known' },
        { term: 'Newest', text: newest ? `${newest.headline} (${day(newest.publishedAt)})` : 'none dated' },
        { term: 'Indexed', text: ago(indexedAt, new Date()) },
        ...sources.map((source) => ({ term: source.name, text: sourceInWords(source, new Date()) })),
      ],
    },
  ]
}

type SourceStanding = Awaited<ReturnType<Newsroom['status']>>['sources'][number]

function sourceInWords(
  { succeededAt, newStoryAt, nextTryAt, error, lateSince }: SourceStanding,
  now: Date,
): string {
  const parts = [
    lateSince && 'LATE',
    newStoryAt ? `last new story ${ago(newStoryAt, now)}` : 'no new story yet',
    succeededAt ? `last reached ${ago(succeededAt, now)}` : 'not reached yet',
    nextTryAt && `next try ${ahead(nextTryAt, now)}`,
    error,
  ]
  return parts.filter((part) => part).join('; ')
}
