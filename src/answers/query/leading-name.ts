// Finds the name of a quoted speaker with which the words that a short question begins with begin.
import type { SearchIndex } from '../../search/search-index.ts'
import type { Question } from '../answer.ts'
import { nameTerms, quotationsBy } from './speaker-query.ts'

/**
 * Returns a short question with the longest beginning of its name that somebody is quoted by; what follows belongs to
 * the topic: "Marsh in Pelham on plums" asks Marsh about "in Pelham … plums". Null where nobody is quoted by any. Only
 * the whole may be a role, and words that stand alone without capitals are a name as a whole or not at all.
 */
export async function withKnownSpeaker(question: Question, index: SearchIndex): Promise<Question | null> {
  const name = question.saidBy ?? ''
  if (question.topic === '' && !isCapitalized(name)) return (await isBareName(name, index)) ? question : null
  const words = name.split(' ').filter(Boolean)
  for (let length = words.length; length > 0; length--) {
    const saidBy = words.slice(0, length).join(' ')
    const isPart = length < words.length
    if (await isQuoted(saidBy, isPart, index))
      return { ...question, saidBy, topic: [...words.slice(length), question.topic].join(' ').trim() }
  }
  return null
}

/** Whether every word has a capital, as names alone have. */
const isCapitalized = (name: string) => name.split(' ').every((word) => /^\p{Lu}/u.test(word))

async function isQuoted(name: string, isPart: boolean, index: SearchIndex): Promise<boolean> {
  const { hits } = await quotationsBy(name, { words: [], articles: null, limit: 1 }, index)
  const names = hits[0]?.piece.quotation?.names.split(' ') ?? []
  return hits.length > 0 && (!isPart || nameTerms(name).every((term) => names.includes(term)))
}

/** Whether words in small letters are the name of somebody quoted, in whose spelling a word of several may slip; or a role ("the mayor"). */
async function isBareName(words: string, index: SearchIndex): Promise<boolean> {
  if (/^the |['’]s? \p{Ll}/iu.test(words)) return isQuoted(words, false, index)
  const terms = nameTerms(words)
  const slips = index.unknownNames(terms)
  if (slips.length > Math.floor(terms.length / 2)) return false
  const { hits } = await quotationsBy(words, { words: [], articles: null, limit: 1 }, index)
  const names = hits[0]?.piece.quotation?.names.split(' ') ?? []
  return names.length >= terms.length && terms.every((term) => slips.includes(term) || names.includes(term))
}
