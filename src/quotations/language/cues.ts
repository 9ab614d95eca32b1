// Looks up whether a word is a cue: a form of a verb that attributes words.
import { CUE_VERBS, IRREGULAR } from './cue-verbs.ts'

/** The kinds of attributing verbs. */
export type CueKind = keyof typeof CUE_VERBS

/** A cue is a verb form that can attribute words: "told" has the lemma `tell`, kind `say`, form `past`. */
export type Cue = { lemma: string; kind: CueKind; form: 'base' | 'present' | 'past' | 'participle' | 'ing' }

const VOWEL = /[aeiou]/
/** Verbs of several syllables that double their last consonant because the last syllable is stressed. */
const DOUBLES_CONSONANT = new Set(['admit', 'quip', 'refer', 'rebut'])

/** Returns the cue that a lower-case word is; undefined for any other word. */
export function cueOf(lower: string): Cue | undefined {
  return FORMS.get(lower)
}

const FORMS: ReadonlyMap<string, Cue> = new Map(
  Object.entries(CUE_VERBS)
    .toReversed() // the first kind that has a verb wins
    .flatMap(([kind, verbs]) => verbs.split(/\s+/).flatMap((lemma) => formsOf(lemma, kind as CueKind))),
)

function formsOf(lemma: string, kind: CueKind): [string, Cue][] {
  const [past = regularPast(lemma), participle = past] = IRREGULAR[lemma] ?? []
  return [
    [lemma, { lemma, kind, form: 'base' }],
    [thirdPerson(lemma), { lemma, kind, form: 'present' }],
    [`${stemBefore(lemma, 'i')}ing`, { lemma, kind, form: 'ing' }],
    [participle, { lemma, kind, form: 'participle' }],
    [past, { lemma, kind, form: 'past' }],
  ]
}

/** Spelling rules for -ed, -ing and -s: cry → cried, quip → quipped, pose → posing, fax → faxes. */
function regularPast(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  return lemma.endsWith('e') ? `${lemma}d` : `${stemBefore(lemma, 'e')}ed`
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`
  return /(?:[sxz]|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

function stemBefore(lemma: string, ending: 'e' | 'i'): string {
  if (/[^eoy]e$/.test(lemma) && ending === 'i') return lemma.slice(0, -1)
  const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(lemma) || DOUBLES_CONSONANT.has(lemma)
  return short && VOWEL.test(lemma) ? lemma + lemma.at(-1) : lemma
}
