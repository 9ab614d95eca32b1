import type { Ask, Question } from '../answer.ts'
import { daysIn, daysOf } from './dates.ts'
import { without } from './query-terms.ts'
import { type Framed, framed, framedInShort } from './question-patterns.ts'
import { partedByMarks } from './reporting-verbs.ts'

/** A question about the coverage, all its words its topic; throws a UserError where a filter's date is none. */
export const questionOf = (ask: Ask, now: Date) => understand(ask, { by: null, topic: plain(ask.text) }, now)

/** A question for somebody's words ("who said …"); throws a UserError where a filter's date is none. */
export function sayingOf(ask: Ask, now: Date): Question {
  const text = plain(ask.text)
  return understand(ask, framed(text) ?? { by: null, topic: text }, now)
}

/** The same in short, for the words of a speaker who may be none; null where it has another form. */
export function briefSayingOf(ask: Ask, now: Date): Question | null {
  const brief = framedInShort(plain(ask.text))
  return brief?.by ? understand(ask, brief, now) : null
}

const plain = (text: string) => text.trim().replace(/[?\s]+$/u, '')

function understand(ask: Ask, { by, topic }: Framed, now: Date): Question {
  const named = daysIn(topic, now)
  return {
    text: ask.text,
    topic: without(topic, named).trim(),
    saidBy: by,
    phrases: partedByMarks(ask.text).marked,
    days: named.map(({ from, to }) => ({ from, to })),
    speaker: ask.speaker ?? null,
    outlet: ask.outlet ?? null,
    author: ask.author ?? null,
    article: ask.article ?? null,
    after: ask.after ? daysOf('after', ask.after, now).from : null,
    before: ask.before ? daysOf('before', ask.before, now).from : null,
  }
}
