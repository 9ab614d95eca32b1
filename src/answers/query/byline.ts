// Reads whose stories a question for coverage asks for: "by Idris Maddock", "June Castellan's stories on the bridge".
import type { SearchIndex } from '../../search/search-index.ts'
import type { Question } from '../answer.ts'

/** What people call stories. */
const STORIES =
  '(?:(?:all|any|every|our|the|latest|recent|newest) )*(?:stor(?:y|ies)|articles?|coverage|reports?|reporting|pieces?|features?)'
const ON = '(?: (?:about|on|of|regarding|covering)\\b(?<topic>.+))?'

const BYLINES = [
  new RegExp(`^(?:${STORIES} )?(?:written )?by (?<author>.+?)${ON}$`, 'iu'),
  new RegExp(`^${STORIES} (?:about|on|of|regarding) (?<topic>.+) by (?<author>.+)$`, 'iu'),
  new RegExp(`^(?<author>.+?)['’]s? ${STORIES}${ON}$`, 'iu'),
  /^(?:what|everything|anything|all) (?:(?:did|has|have) )?(?<author>.+?) (?:has )?(?:written|wrote|write|cover(?:ed)?|report(?:ed)?)(?: on| about)?(?<topic>\b.*)$/iu,
]

const ABOUT = new RegExp(`^${STORIES} (?:about|on|of|regarding) (?<topic>.+)$`, 'iu')

/**
 * Returns a question for coverage with the author that it asks for as its filter, where a story carries that byline;
 * and without the words that only say that stories are wanted.
 */
export function withByline(question: Question, index: SearchIndex): Question {
  for (const form of BYLINES) {
    const { author = '', topic = '' } = form.exec(question.topic)?.groups ?? {}
    if (author && isByline(author, index))
      return { ...question, author: question.author ?? author, topic: topic.trim() }
  }
  return { ...question, topic: ABOUT.exec(question.topic)?.groups?.topic ?? question.topic }
}

const isByline = (author: string, index: SearchIndex) =>
  index.eligible({ outlet: null, author, article: null, after: null, before: null }).count > 0
