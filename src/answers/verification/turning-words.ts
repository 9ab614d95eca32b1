// Lists the words that turn the sense of what they are left out of.

/** Words that deny, doubt or condition: without them a text says something else, wherever they stand. */
const DENIALS = new RegExp(
  `^(?:${[
    "no|not|never|none|nobody|nothing|neither|nor|nowhere|without|cannot|\\S+n['’]t",
    'hardly|scarcely|barely|rarely|seldom|unlikely|unable|impossible|false|falsely|untrue|wrong|wrongly',
    'den(?:y|ies|ied|ying)|(?:refus|reject|doubt|fail|oppos)(?:e|es|s|ed|ing)?|stop(?:s|ped)?',
    'if|unless|whether|otherwise|provided|providing|assuming|supposing|lest',
  ].join('|')})$`,
  'iu',
)

/** Words that limit or hedge the sentence that they stand in. */
const QUALIFIERS = new RegExp(
  `^(?:${[
    'all|any|every|each|some|few|fewer|fewest|little|many|most|more|less|least|several|half|both|either|part|one',
    'only|just|merely|almost|nearly|mostly|partly|largely|hopefully|sometimes|often|usually|occasionally|always',
    'maybe|perhaps|possibly|probably|allegedly|reportedly|supposedly|apparently|would|could|might|may|should|ought',
    'but|except|although|though|however|despite|instead|rather',
    '(?:claim|alleg|accus|pretend|suspect|suppos|hop|wish|imagin)(?:e|es|s|ed|d|ing)?',
  ].join('|')})$`,
  'iu',
)

/**
 * Returns whether a text cannot be read the same without these words. `isCut`: they are part of a sentence whose rest is
 * kept.
 */
export const turnSense = (words: string[], isCut: boolean) =>
  words.some((word) => DENIALS.test(word) || (isCut && QUALIFIERS.test(word)))

/** Returns whether a text has a word that denies, doubts or conditions. */
export const isTurningText = (text: string) => turnSense(text.split(/[^\p{L}'’]+/u), false)
