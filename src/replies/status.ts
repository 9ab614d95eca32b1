import type { Status } from '../answers/status.ts'
import type { Reply } from './reply.ts'
import { ago, count, day } from './wording.ts'

/** What a person is told of what is searched and how fresh it is. */
export function statusReply({ searched, passages, quotations, newest }: Status): Reply {
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
      ],
    },
  ]
}
