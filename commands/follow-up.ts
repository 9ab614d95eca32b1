// Reads courtesies, and messages that go on from what was asked or said before in a conversation.
import { MIN_QUOTATION_WORDS } from './claims-in.ts'

/** An earlier message of a conversation, as plain text, and whether it was a question to Readback. */
export type EarlierMessage = { text: string; isQuestion: boolean }

/**
 * What a message of a few words is: a courtesy, which gets a line and no search; a reference to an earlier message
 * (`check`: is that right?) or question (`name`: what about Homan?, `when`: and last week?); or `unclear`.
 */
export type ShortMessage =
  | { kind: 'courtesy'; answer: string }
  | { kind: 'check' }
  | { kind: 'unclear' }
  | { kind: 'name'; words: string }
  | { kind: 'when'; words: string }

const COURTESIES: [RegExp, string][] = [
  [
    /^(?:(?:many |ok(?:ay)?,? )?(?:thanks|thank you|thx|ty|cheers|ta)(?: (?:a lot|so much|very much|readback|again))*|(?:great|perfect|brilliant|got it|nice|lovely)(?:,? (?:thanks|thank you))?)$/,
    'You are welcome.',
  ],
  [
    /^(?:hello|hi|hey|hiya|good (?:morning|afternoon|evening)|morning)(?:,? (?:there|readback|all|everyone))?$/,
    'Hello. Ask who said something (“who said please”), or “help” for all that I answer.',
  ],
  [/^(?:bye|goodbye|good night|see you)(?: readback)?$/, 'Goodbye.'],
]

const CHECK_FORM =
  /^(?:so |and |but )?(?:is|was|are) (?:that|this|it|these|those|the quote|the quotation|that quote|this quote)(?: (?:really|actually))?(?: (?:ours|right|correct|true|accurate|exact|verbatim|what (?:he|she|they) said|word for word))$|^(?:check|verify) (?:this|that|it)(?: (?:quote|quotation))?$|^(?:did|has) (?:he|she|they) (?:really |actually )?(?:say|said) (?:that|this|it)$|^(?:right|correct|true|ours)$/

const NAME_FORM = /^(?:and |so |but )?(?:what|how) about (.+)$|^and (.+)$/

const WHEN_WORDS =
  /^(?:in |on |since |before |after |during |from )?(?:(?:the )?(?:last|this|past|next) (?:\w+ )?(?:days?|weeks?|months?|years?)|today|yesterday|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d|\d{4}-\d{2}(?:-\d{2})?)$/

/** Words that alone ask nothing that can be looked up. */
const UNCLEAR_FORM =
  /^(?:and|so|but|why|how|how come|really|what|who|when|where|sure|are you sure|which one|more|go on|else|anything else|what else|huh|hm+|ok(?:ay)?|yes|no|yep|nope)$/

/** Returns what a message of a few words is; null for any other message, which is a question of its own. */
export function readShortMessage(message: string): ShortMessage | null {
  const plain = message
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s?!.…]+$|^\s+/gu, '')
    .replace(/\s+/g, ' ')
  const courtesy = COURTESIES.find(([form]) => form.test(plain))
  if (courtesy) return { kind: 'courtesy', answer: courtesy[1] }
  if (CHECK_FORM.test(plain)) return { kind: 'check' }
  if (UNCLEAR_FORM.test(plain)) return { kind: 'unclear' }
  const about = NAME_FORM.exec(plain)?.slice(1).find(Boolean)
  if (about === undefined) return null
  const words = message
    .trim()
    .replace(/[\s?!.…]+$/u, '')
    .slice(-about.length)
  return { kind: WHEN_WORDS.test(about) ? 'when' : 'name', words }
}

/** The lines that ask back: for a quotation, and for anything else. */
export const WHICH_QUOTATION =
  'Which quotation? Give its words, or ask in the thread of the message that has them.'
export const ASK_BACK =
  'I do not know what that goes on from. Ask with the words themselves, as in “who said please”; “help” shows what I answer.'

/**
 * Returns the words to ask for a message that goes on from earlier ones (oldest first); null where they have nothing
 * that it can mean. `isSpeaker` tells whether somebody of a name is quoted.
 */
export function questionFor(
  message: Exclude<ShortMessage, { kind: 'courtesy' }>,
  earlier: EarlierMessage[],
  isSpeaker: (name: string) => boolean,
): string | null {
  if (message.kind === 'unclear') return null
  if (message.kind === 'check') return checkOf(earlier)
  const asked = earlier.findLast(
    ({ text, isQuestion }) => isQuestion && readShortMessage(text) === null,
  )?.text
  if (asked === undefined) return null
  if (message.kind === 'when') return `${asked.replace(/[\s?!.…]+$/u, '')} ${message.words}`
  const topic = topicOf(asked)
  if (!isSpeaker(message.words)) return `${topic} ${message.words}`.trim()
  return topic ? `${topic} speaker:"${message.words}"` : `speaker ${message.words}`
}

/** Words in marks, or lines that are set off. */
const PASTED = /["“”„«][^"“”„«»\n]+["“”»]|^>[^\n]+/gmu

/** Returns the check of the newest message that quotes something, or else of the one just before, if it states something. */
function checkOf(earlier: EarlierMessage[]): string | null {
  const said = earlier.filter(({ isQuestion }) => !isQuestion)
  const quoting = earlier.findLast(({ text }) =>
    (text.match(PASTED) ?? []).some((pasted) => wordCount(pasted) >= MIN_QUOTATION_WORDS),
  )
  const newest = quoting ?? said.slice(-1).find(({ text }) => isStatement(text))
  return newest ? `check ${newest.text.replace(/^>\s?/gm, '')}` : null
}

const isStatement = (text: string) => wordCount(text) > MIN_QUOTATION_WORDS && !/\?\s*$/.test(text)

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length

/** Returns what a question is about, without who said it: "what did Homan say about agents" is about "agents". */
function topicOf(question: string): string {
  const words = question
    .replace(/(?<!\S)speaker:\s?(?:"[^"]*"|“[^”]*”|\S+)/giu, ' ')
    .replace(/[\s?!.…]+$/u, '')
  const [, about = ''] =
    /^(?:what|when|where|why|how|did|has|have)\b.*?\b(?:say|said|tell|told|think|thinks)\b(?:\s+(?:about|on|of|regarding)\s+(.*))?$/isu.exec(
      words,
    ) ?? [words, words]
  return about
    .replace(/^\s*\/?(?:quote|context|coverage|speaker)\b:?\s*/iu, '')
    .replace(/^who (?:said|says)\s+/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
