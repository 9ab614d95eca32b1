import { tokens } from '../search/terms.ts'
import type { Ask, Question } from './answer.ts'
import { without } from './asked.ts'
import { daysIn, daysOf } from './dates.ts'
import { partedByMarks, SAY } from './saying.ts'

/** What people call quotations. */
const WORDS = '(?:quotes?|quotations?|comments?|remarks?|statements?)'

/**
 * How people ask for words: who said X, what did NAME say about X, did NAME say X, what was said about X, everything
 * NAME said, quotes by NAME about X.
 */
const FRAMES: RegExp[] = [
  new RegExp(
    `^(?:and\\s+)?who\\s+(?:else\\s+|first\\s+|ever\\s+|has\\s+|have\\s+|had\\s+)*${SAY}\\b(?<topic>.*)$`,
    'isu',
  ),
  /^what\s+(?:was|is|has\s+been|were)\s+said\s+(?:about|on|of)\b(?<topic>.*)$/isu,
  new RegExp(
    `^(?:what|when|where|why|how)\\s+(?:else\\s+)?(?:did|does|do|has|have|had)\\s+(?<by>.+?)\\s+(?:ever\\s+)?${SAY}\\b(?<topic>.*)$`,
    'isu',
  ),
  new RegExp(
    `^(?:did|does|has|have|had)\\s+(?<by>.+?)\\s+(?:ever\\s+|really\\s+|also\\s+)*${SAY}\\b(?<topic>.*)$`,
    'isu',
  ),
  new RegExp(
    `^(?:everything|anything|all|what(?:ever)?)\\s+(?:that\\s+)?(?<by>.+?)\\s+(?:(?:has|have|had|ever|also)\\s+)*${SAY}\\b(?<topic>.*)$`,
    'isu',
  ),
  new RegExp(
    `^(?:(?:all|any|the)\\s+)?${WORDS}\\s+(?:by|from|of)\\s+(?<by>.+?)(?:\\s+(?:about|on)\\b(?<topic>.+))?$`,
    'isu',
  ),
  new RegExp(`^(?:(?:all|any|the)\\s+)?${WORDS}\\s+(?:about|on)\\b(?<topic>.+)$`, 'isu'),
]

/** How people ask in short, where NAME is somebody who is quoted: "NAME on X", "NAME's quotes about X". */
const BRIEF: RegExp[] = [
  new RegExp(`^(?<by>.+?)(?:['’]s?)?\\s+${WORDS}(?:\\s+(?:about|on|of)\\b(?<topic>.+))?$`, 'isu'),
  /^(?<by>.+?)\s+(?:about|on|re)\b(?<topic>.+)$/isu,
]

/** A name asked about has no more words than this: longer, and it is no name. */
const NAME = 8

/** Words that ask for anybody. */
const ANYBODY =
  /^(?:an(?:y|yone|ybody)|some(?:one|body)|every(?:one|body)|he|she|they|we|you|i|it|people|the paper)$/iu

/** What is left of a topic that is none: "what did he talk about". */
const NOTHING = /^\s*(?:about|on|of|to|that)\s*$/iu

/** What a question is about, and whose words it asks for. */
type Framed = { by: string | null; topic: string }

/** A question about the coverage, all its words its topic; throws a UserError where a filter's date is none. */
export const questionOf = (ask: Ask, now: Date) => understand(ask, { by: null, topic: plain(ask.text) }, now)

/** A question for somebody's words ("who said …"); throws a UserError where a filter's date is none. */
export const sayingOf = (ask: Ask, now: Date) => understand(ask, frameOf(plain(ask.text)), now)

/** A question in short for the words of a speaker, who may be none; null where it has another form. */
export function briefSayingOf(ask: Ask, now: Date): Question | null {
  const text = plain(ask.text)
  const framed = framedBy(FRAMES, text) ? null : framedBy(BRIEF, text)
  return framed?.by ? understand(ask, framed, now) : null
}

const plain = (text: string) => text.trim().replace(/[?\s]+$/u, '')

function understand(ask: Ask, framed: Framed, now: Date): Question {
  const named = daysIn(framed.topic, now)
  return {
    text: ask.text,
    topic: without(framed.topic, named).trim(),
    saidBy: framed.by,
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

const frameOf = (text: string): Framed => framedBy(FRAMES, text) ?? { by: null, topic: text }

function framedBy(frames: RegExp[], text: string): Framed | null {
  for (const frame of frames) {
    const groups = frame.exec(text)?.groups
    if (!groups) continue
    const by = groups.by?.trim() ?? null
    if (by && tokens(by).length > NAME) continue
    const topic = (groups.topic ?? '').replace(NOTHING, '')
    return { by: by && !ANYBODY.test(by) ? by : null, topic }
  }
  return null
}
