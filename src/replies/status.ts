import type { Status } from '../answers/status.ts'
import type { Reply } from './reply.ts'
import { ago, count, day } from './wording.ts'

/** What a person is told of what is searched and how fresh it is. */
export function statusReply({ articles, passages, quotations, newest, searched }: Status): Reply {
  const { from, to, indexedAt } = searched
  return [
    { kind: 'heading', text: 'Readback is ready' },
    {
      kind: 'list',
      items: [
        {
          term: 'Coverage',
          text: `${count(articles, 'article')}, ${count(passages, 'passage')}, ${count(quotations, 'quotation')}`,
        },
        { term: 'Dates', text: from && to ? `${day(from)} to ${day(to)}` : 'none known' },
        { term: 'Newest', text: newest ? newest.headline : 'nothing yet' },
        { term: 'Indexed', text: ago(indexedAt, new Date()) },
      ],
    },
  ]
}
