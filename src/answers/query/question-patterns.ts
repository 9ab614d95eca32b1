// Recognizes how a question asks for quotations: by whom, and about what.
import { tokens } from '../../search/text/tokenize.ts'
import { REPORTING_VERBS } from './reporting-verbs.ts'

/** The speaker whose words a question asks for, null for anybody's, and the topic. */
export type ParsedQuestion = { saidBy: string | null; topic: string }

/** What people call quotations. */
const QUOTATION_NOUN =
  '(?:(?:best|first|last|latest|recent) )?(?:quotes?|quotations?|comments?|lines?|remarks?|statements?)'
const DETERMINER = '(?:(?:a|all|any|some|that|the) )?'
const REQUEST_PREFIX =
  /^(?:(?:can|could|would|will) (?:you|we|anyone|somebody) )?(?:please )?(?:i(?:['’]m| am) )?(?:find|show|give|get|look(?:ing)?(?: up| for)?|search(?:ing)?(?: for)?|need|is there|do we have|have we got)(?: me| us)? /iu

const AUXILIARY_VERB = "(?:did|does|do|has|have|had)(?:n['’]?t)?"
const ADVERBS = '(?:(?:actually|again|already|also|else|ever|first|has|have|had|never|not|once|really) )*'
const ABOUT_TOPIC = '(?: (?:about|on|of|regarding)\\b(?<topic>.+))?'

/** A name or a role; what follows "of" still belongs to it, also where it looks like a verb ("secretary of state"). */
const SPEAKER = '(?<by>.+?)(?<! of)'

/**
 * Forms of questions: who said X, what was said about X, what did NAME say about X, did NAME say X, everything NAME
 * said, the quote where NAME says X, anything from NAME, quotes by NAME about X, quotes about X.
 */
const QUESTION_FORMS = [
  `^(?:and )?who (?:${AUXILIARY_VERB} )?${ADVERBS}${REPORTING_VERBS}\\b(?<topic>.*)$`,
  '^who was (?:the (?:one|person) )?to say\\b(?<topic>.*)$',
  `^${AUXILIARY_VERB} ${SPEAKER} (?:been )?quoted\\b(?<topic>.*)$`,
  `^(?:is|was) ${SPEAKER} (?:ever )?quoted\\b(?<topic>.*)$`,
  '^what (?:was|is|has been|were) said (?:about|on|of)\\b(?<topic>.*)$',
  `^(?:what|when|where|why|how) (?:else )?${AUXILIARY_VERB} ${SPEAKER} ${ADVERBS}${REPORTING_VERBS}\\b(?<topic>.*)$`,
  `^${AUXILIARY_VERB} ${SPEAKER} ${ADVERBS}${REPORTING_VERBS}\\b(?<topic>.*)$`,
  `^(?:the )?(?:everything|anything|all|things?|times?|what(?:ever)?) (?:that )?${SPEAKER} ${ADVERBS}${REPORTING_VERBS}\\b(?<topic>.*)$`,
  `^${DETERMINER}${QUOTATION_NOUN} (?:where|when|in which) ${SPEAKER} ${ADVERBS}${REPORTING_VERBS}\\b(?<topic>.*)$`,
  `^(?:anything|something|${DETERMINER}${QUOTATION_NOUN}) (?:by|from|of) (?<by>.+?)${ABOUT_TOPIC}$`,
  `^${DETERMINER}${QUOTATION_NOUN} (?:about|on)\\b(?<topic>.+)$`,
].map((form) => new RegExp(form, 'iu'))

/**
 * Short forms, where the words taken for a name must begin with that of a quoted speaker: "NAME's quotes about X",
 * "NAME on X", "NAME", "how did NAME defend X".
 */
const SHORT_QUESTION_FORMS = [
  new RegExp(`^(?<by>.+?)(?:['’]s?)? ${QUOTATION_NOUN}${ABOUT_TOPIC}$`, 'iu'),
  /^(?<by>.+?) (?:about|on|re)\b(?<topic>.+)$/iu,
  /^(?<by>\p{Lu}\S*(?: \p{Lu}\S*){0,3})$/u,
  /^(?<by>\S+(?: \S+){0,3})$/u,
  new RegExp(
    `^(?:what|how|why) (?:${AUXILIARY_VERB}|would|will) (?<by>\\S+(?: \\S+){0,2})(?<topic> .+)$`,
    'iu',
  ),
]

/** Words that only say that quotations are wanted: "dredging quotes". */
const QUOTATIONS_ON = new RegExp(`^(?<topic>.+?) ${QUOTATION_NOUN}$`, 'iu')

/** Parses any other question as a topic. */
export const parseTopic = (text: string): ParsedQuestion => ({
  saidBy: null,
  topic: QUOTATIONS_ON.exec(text)?.groups?.topic ?? text,
})

/** Parses a question for somebody's words; null where it has none of the known forms. */
export const parseQuestion = (text: string): ParsedQuestion | null => parseByForms(QUESTION_FORMS, text)

/** Parses a short question that begins with a name; null where it has another form. */
export const parseShortQuestion = (text: string): ParsedQuestion | null =>
  parseQuestion(text) ? null : parseByForms(SHORT_QUESTION_FORMS, text)

/** A name has at most this many words; longer text is no name. */
const MAX_NAME_WORDS = 8

/** Words that name no particular speaker. */
const ANYBODY =
  /^(?:an(?:y|yone|ybody)|some(?:one|body)|every(?:one|body)|he|she|they|we|you|i|it|people|the paper)$/iu

/** What remains of an empty topic: "about" in "what did he talk about". */
const EMPTY_TOPIC = /^\s*(?:about|on|of|to|that)\s*$/iu

function parseByForms(forms: RegExp[], text: string): ParsedQuestion | null {
  const asked = text.replace(/\s+/gu, ' ').replace(REQUEST_PREFIX, '')
  for (const form of forms) {
    const groups = form.exec(asked)?.groups
    if (!groups) continue
    const saidBy = groups.by?.trim() ?? null
    if (saidBy && tokens(saidBy).length > MAX_NAME_WORDS) continue
    const topic = (groups.topic ?? '').replace(EMPTY_TOPIC, '')
    return { saidBy: saidBy && !ANYBODY.test(saidBy) ? saidBy : null, topic }
  }
  return null
}
