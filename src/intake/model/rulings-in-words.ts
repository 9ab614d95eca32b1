// Finds corrections, retractions, kills and holds that a note or a story states in words.

/** What words rule about their own story. */
export type WordedRuling = 'correction' | 'retraction' | 'kill' | 'hold'

/** What may stand between a label and its text: a date, or to what it is a correction. */
const LABEL_DETAIL = String.raw`(?:\s*[,(]\s*[^:“"]{0,40}|\s+(?:\d|on |appended|issued|to (?:this|the|our)|of (?:this|the|our))[^:“"]{0,60})`
const LABEL_END = String.raw`(?:${LABEL_DETAIL}?\s*[:—–]|\s+-+\s|\s*[.!]?$)`
const CORRECTION_WORD =
  'corrections?|corrective|clarifications?|corrections? (?:and|&) clarifications?|errat(?:um|a)|corrigend(?:um|a)|rectificatif|rectification|correcti(?:on|f)|correcci[óo]n|fe de errores|korrektur|berichtigung|richtigstellung|correctie|rettelse|rättelse|correção|rettifica|errata corrige'
const RETRACTION_WORD = 'retractions?|retracted|notice of retraction|withdrawn'
const labelled = (words: string) => new RegExp(`^(?:${words})${LABEL_END}`, 'iu')
const CORRECTION_LABEL = labelled(CORRECTION_WORD)
const RETRACTION_LABEL = labelled(RETRACTION_WORD)
const EDITORS_NOTE =
  /^\W*(?:an? )?(?:editor(?:['’]?s|s['’])?|editorial|publisher['’]?s)['’]? ?note\s*[:.—–-]*\s*/iu

const STORY =
  '(?:article|story|item|report|piece|post|column|dispatch|version|interview|review|page|headline|caption|obituary|live ?blog|newsletter|copy)'
const THIS_STORY = `(?:this|the above|our) (?:[a-z]+ ){0,2}${STORY}`
const BEEN = '(?:has been|have been|was|were|is being|is)(?: since| subsequently| later| now)?'
const SELF_CORRECTION = [
  `^(?:on [^,]{3,30}, )?${THIS_STORY} ${BEEN} (?:amended|corrected|clarified|(?:updated|revised|edited|changed|modified) (?:[^.]{0,40} )?(?:to (?:correct|clarify|fix|remove|reflect that)|because of an error))`,
  String.raw`^(?:in )?an? (?:earlier|previous|original|prior|initial) (?:version|edition|${STORY})s?\b[^.]{0,100}\b(?:mis\w{3,}|incorrect(?:ly)?|wrong(?:ly)?|errors?|erroneous(?:ly)?|inaccura\w+|said|stated|gave|included|referred|identified|described|omitted|contained|attributed|listed|reported|called|named|quoted|spelled|implied|suggested)\b`,
  String.raw`^(?:we|the [\p{L} ]{2,40}) (?:have|has) (?:corrected|amended|clarified) (?:this|our|the) `,
].map((form) => new RegExp(form, 'iu'))
const SELF_RETRACTION = [
  `^(?:on [^,]{3,30}, )?${THIS_STORY} ${BEEN} (?:retracted|withdrawn|removed|taken down|unpublished)`,
  String.raw`^(?:we|the [\p{L} ]{2,40}) (?:have|has|is|are) (?:retracted|retracting|withdrawn|withdrawing) (?:this|our|the) (?:[a-z]+ )?${STORY}`,
].map((form) => new RegExp(form, 'iu'))
const NOTED_CORRECTION =
  /\b(?:corrected|corrects|correction|amended|clarif(?:y|ies|ied|ication)|misstated|misspelled|misspelt|misidentified|misquoted|incorrect(?:ly)?|inaccurate(?:ly)?|erroneous(?:ly)?|in error|wrongly)\b/iu
const NOTED_RETRACTION = /\b(?:retracted|retraction|withdrawn)\b/iu

const anyOf = (forms: RegExp[], words: string) => forms.some((form) => form.test(words))

/**
 * Returns whether a paragraph of a story corrects or retracts that story, and its words without the label;
 * null where it does neither. Only a paragraph’s own form rules, at its beginning: “Correction: …”, “Editor’s
 * note: …”, “This article has been amended …”. Example: “The Department of Correction said …” does not.
 */
export function rulingOfParagraph(
  paragraph: string,
): { ruling: 'correction' | 'retraction'; words: string } | null {
  const note = paragraph.replace(EDITORS_NOTE, '')
  const isEditorsNote = note.length < paragraph.length
  const body = note.replace(/^[\s*_[(•·▪■–—-]+/u, '')
  const retracts = RETRACTION_LABEL.test(body) || anyOf(SELF_RETRACTION, body)
  if (retracts || (isEditorsNote && NOTED_RETRACTION.test(body)))
    return { ruling: 'retraction', words: withoutLabel(body, RETRACTION_LABEL) }
  const corrects = CORRECTION_LABEL.test(body) || anyOf(SELF_CORRECTION, body)
  return corrects || (isEditorsNote && NOTED_CORRECTION.test(body))
    ? { ruling: 'correction', words: withoutLabel(body, CORRECTION_LABEL) }
    : null
}

const withoutLabel = (words: string, label: RegExp) =>
  words
    .replace(label, '')
    .replace(/^[\s\])*_]+|[\s\])*_]+$/gu, '')
    .trim()

const TO_EDITORS =
  /^\W*(?:(?:attn|attention|note to|for)?\s*(?:all )?(?:eds?|editors?|clients?|subscribers?)\b['’s]*(?: note)?\s*[:.,—–-]+\s*)?/iu
const URGENCY = '(?:(?:mandatory|bulletin|advisory|urgent|immediate|story|text|photo) )*'
const KILL_NOTE = [
  new RegExp(
    String.raw`^${URGENCY}(?:kill|withdrawal|withdrawn|retraction|retracted)\b(?:\s*[:.!,;—–(-]|\s*$)`,
    'iu',
  ),
  new RegExp(
    String.raw`^${URGENCY}(?:kill|disregard|withdraw|retract|please kill)\s+(?:this|the|all|story|item|both|previous|earlier)\b`,
    'iu',
  ),
  /^(?:[A-Z]+ ){0,2}(?:KILL|WITHDRAWN|RETRACTED)\b/u,
  new RegExp(
    String.raw`(?:^|[.;:!]\s+)(?:please )?(?:kill|do not (?:use|publish|run)|withdraw) ${THIS_STORY}`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:^|[.;:!]\s+)(?:this|the (?:above|earlier|previous)|our) (?:[a-z]+ )?${STORY} (?:has been|is|was|is being) (?:killed|withdrawn|retracted)`,
    'iu',
  ),
]
const HOLD_NOTE = [
  /^(?:hold|withhold|withheld|embargo(?:ed)?|hold for release)\b(?:\s*[:.!,;—–(-]|\s*$|\s+(?:this|the|for|until|till)\b)/iu,
  /^(?:[A-Z]+ ){0,2}(?:HOLD|WITHHOLD|EMBARGO(?:ED)?)\b/u,
]
const CORRECTION_NOTE = [
  CORRECTION_LABEL,
  /(?:^|[.;:!]\s+)(?:corrects|corrected|correcting|clarifies|clarified|clarifying|correction to|corrige)\b/iu,
  ...SELF_CORRECTION,
]

/**
 * Returns what a note to editors rules about its story; null where it tells only news. A word rules in the
 * note’s own form, at its head: “KILL: …”, “CORRECTION: …”, “Corrects the year …”. Example: “12 killed in
 * explosion, adds quotes” rules nothing.
 */
export function rulingOfNote(note: string): WordedRuling | null {
  const words = note.replace(/\s+/gu, ' ').replace(TO_EDITORS, '').trim()
  if (anyOf(KILL_NOTE, words)) return 'kill'
  if (anyOf(HOLD_NOTE, words)) return 'hold'
  if (RETRACTION_LABEL.test(words) || anyOf(SELF_RETRACTION, words)) return 'kill'
  return anyOf(CORRECTION_NOTE, words) ? 'correction' : null
}
