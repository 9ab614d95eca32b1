import { tokens } from '../../search/text/tokenize.ts'
import { SAY } from './reporting-verbs.ts'

/** What a question is about, and whose words it asks for. */
export type Framed = { by: string | null; topic: string }

/** What people call quotations, and say before they ask for one. */
const WORDS =
  '(?:(?:best|first|last|latest|recent) )?(?:quotes?|quotations?|comments?|lines?|remarks?|statements?)'
const ANY = '(?:(?:a|all|any|some|that|the) )?'
const ASKING =
  /^(?:(?:can|could|would|will) (?:you|we|anyone|somebody) )?(?:please )?(?:i(?:['’]m| am) )?(?:find|show|give|get|look(?:ing)?(?: up| for)?|search(?:ing)?(?: for)?|need|is there|do we have|have we got)(?: me| us)? /iu

const WHEN = '(?:did|does|do|has|have|had)'
const EVER = '(?:(?:also|else|ever|first|has|have|had|really) )*'
const ABOUT = '(?: (?:about|on|of|regarding)\\b(?<topic>.+))?'

/**
 * How people ask for words: who said X, what was said about X, what did NAME say about X, did NAME say X, everything
 * NAME said, the quote where NAME says X, anything from NAME, quotes by NAME about X, quotes about X.
 */
const FRAMES = [
  `^(?:and )?who ${EVER}${SAY}\\b(?<topic>.*)$`,
  '^what (?:was|is|has been|were) said (?:about|on|of)\\b(?<topic>.*)$',
  `^(?:what|when|where|why|how) (?:else )?${WHEN} (?<by>.+?) ${EVER}${SAY}\\b(?<topic>.*)$`,
  `^${WHEN} (?<by>.+?) ${EVER}${SAY}\\b(?<topic>.*)$`,
  `^(?:everything|anything|all|what(?:ever)?) (?:that )?(?<by>.+?) ${EVER}${SAY}\\b(?<topic>.*)$`,
  `^${ANY}${WORDS} (?:where|when|in which) (?<by>.+?) ${EVER}${SAY}\\b(?<topic>.*)$`,
  `^(?:anything|something|${ANY}${WORDS}) (?:by|from|of) (?<by>.+?)${ABOUT}$`,
  `^${ANY}${WORDS} (?:about|on)\\b(?<topic>.+)$`,
].map((frame) => new RegExp(frame, 'iu'))

/** How people ask in short, where NAME is somebody who is quoted: "NAME's quotes about X", "NAME on X", "NAME". */
const BRIEF = [
  new RegExp(`^(?<by>.+?)(?:['’]s?)? ${WORDS}${ABOUT}$`, 'iu'),
  /^(?<by>.+?) (?:about|on|re)\b(?<topic>.+)$/iu,
  /^(?<by>\p{Lu}\S*(?: \p{Lu}\S*){0,3})$/u,
]

/** How a question asks for somebody's words; null where it is in none of the ways that are known. */
export const framed = (text: string): Framed | null => framedBy(FRAMES, text)

/** How a question asks for somebody's words in short, if its beginning is a name; null where it has another form. */
export const framedInShort = (text: string): Framed | null => (framed(text) ? null : framedBy(BRIEF, text))

/** A name asked about has no more words than this: longer, and it is no name. */
const NAME = 8

/** Words that ask for anybody. */
const ANYBODY =
  /^(?:an(?:y|yone|ybody)|some(?:one|body)|every(?:one|body)|he|she|they|we|you|i|it|people|the paper)$/iu

/** What is left of a topic that is none: "what did he talk about". */
const NOTHING = /^\s*(?:about|on|of|to|that)\s*$/iu

function framedBy(frames: RegExp[], text: string): Framed | null {
  const asked = text.replace(/\s+/gu, ' ').replace(ASKING, '')
  for (const frame of frames) {
    const groups = frame.exec(asked)?.groups
    if (!groups) continue
    const by = groups.by?.trim() ?? null
    if (by && tokens(by).length > NAME) continue
    const topic = (groups.topic ?? '').replace(NOTHING, '')
    return { by: by && !ANYBODY.test(by) ? by : null, topic }
  }
  return null
}
