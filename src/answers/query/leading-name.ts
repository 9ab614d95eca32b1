// Finds the name of a quoted speaker with which the words that a short question begins with begin.
import type { SearchIndex } from '../../search/search-index.ts'
import type { Question } from '../answer.ts'
import { nameTerms, quotationsBy } from './speaker-query.ts'

/**
 * Returns a short question with the longest beginning of its name that somebody is quoted by; what follows belongs to
 * the topic: "Marsh in Pelham on plums" asks Marsh about "in Pelham … plums". Null where nobody is quoted by any. Only
 * the whole may be a role.
 */
export async function withKnownSpeaker(question: Question, index: SearchIndex): Promise<Question | null> {
  const words = (question.saidBy ?? '').split(' ').filter(Boolean)
  for (let length = words.length; length > 0; length--) {
    const saidBy = words.slice(0, length).join(' ')
    const isPart = length < words.length
    if (await isQuoted(saidBy, isPart, index))
      return { ...question, saidBy, topic: [...words.slice(length), question.topic].join(' ').trim() }
  }
  return null
}

async function isQuoted(name: string, isPart: boolean, index: SearchIndex): Promise<boolean> {
  const { hits } = await quotationsBy(name, { words: [], articles: null, limit: 1 }, index)
  const names = hits[0]?.piece.quotation?.names.split(' ') ?? []
  return hits.length > 0 && (!isPart || nameTerms(name).every((term) => names.includes(term)))
}
