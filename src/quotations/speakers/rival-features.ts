// Compares the candidates of a quotation with each other.
import { cueOf } from '../language/cues.ts'
import type { Features } from '../models/features.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText, Predicate } from '../scene/annotated-text.ts'

/** The candidates of one quotation, and the predicate of each. */
export type Candidates = { mentions: Mention[]; predicates: (Predicate | undefined)[] }

/** How strongly grammar alone binds a candidate to the quotation. */
const BOND_STRENGTH = { beside: 6, said: 5, verb: 4, subject: 3, sentence: 2, paragraph: 1, none: 0 }
/** A verb at most this many words from a quotation is adjacent to it. */
const MAX_ADJACENT_CUE_WORDS = 2
const MAX_CUE_DISTANCE_WORDS = 60

/**
 * Returns features that compare each candidate with the others: whose verb is a cue, and whose governs the
 * quotation.
 */
export function rivalFeatures(annotated: AnnotatedText, at: number, candidates: Candidates): Features[] {
  const taken = new Set(candidates.predicates.map((predicate) => predicate?.at))
  const bonds = candidates.mentions.map((mention, i) =>
    bondOf(annotated, at, { mention, predicate: candidates.predicates[i], taken }),
  )
  const near = governingCue(annotated, at)
  const governor = near === undefined ? -1 : subjectOf(annotated, near, candidates)
  const [first = 0, second = 0] = bonds.toSorted((a, b) => b - a)
  const strong = candidates.mentions.filter((_, i) => (bonds[i] ?? 0) >= BOND_STRENGTH.verb)
  return candidates.mentions.map((mention, i) => {
    const own = bonds[i] ?? 0
    return {
      bond: own,
      strongest: own === first ? second : first,
      asStrong: bonds.filter((bond) => bond >= own).length,
      ...countOtherSubjects(strong, mention, at),
      rules: governor === i ? 2 : governor < 0 ? 1 : 0,
      rulerAway: governor < 0 ? 99 : Math.max(-40, Math.min(40, i - governor)),
    }
  })
}

/** Returns how many other subjects of cues are before a candidate, after it, and between it and the quotation. */
function countOtherSubjects(strong: Mention[], { head }: Mention, at: number): Features {
  const counts = { sayersBefore: 0, sayersAfter: 0, sayersNearer: 0 }
  for (const other of strong) {
    if (other.head < head) counts.sayersBefore++
    if (other.head > head) counts.sayersAfter++
    const sameSide = other.head < at === head < at
    if (sameSide && Math.abs(other.head - at) < Math.abs(head - at)) counts.sayersNearer++
  }
  return counts
}

/** `taken` are the verbs that have a subject before them; a mention after them is an object. */
type BondInput = { mention: Mention; predicate: Predicate | undefined; taken: Set<number | undefined> }

function bondOf(
  { words, tags }: AnnotatedText,
  at: number,
  { mention, predicate, taken }: BondInput,
): number {
  const [here, there] = [words[at], words[mention.head]]
  if (here?.paragraph !== there?.paragraph) return BOND_STRENGTH.none
  if (here?.sentence !== there?.sentence) return BOND_STRENGTH.paragraph
  const inverted = taken.has(mention.from - 1) ? undefined : mention.from - 1
  const verbs = [predicate?.at, inverted].filter((i) => i !== undefined && tags[i] === 'cue')
  const said = verbs.filter((i) => cueOf(words[i as number]?.lower ?? '')?.kind === 'say')
  if (said.some((i) => Math.abs((i as number) - at) <= MAX_ADJACENT_CUE_WORDS)) return BOND_STRENGTH.beside
  if (mention.owns) return BOND_STRENGTH.sentence
  if (said.length > 0) return BOND_STRENGTH.said
  return verbs.length > 0 ? BOND_STRENGTH.verb : predicate ? BOND_STRENGTH.subject : BOND_STRENGTH.sentence
}

/** Returns the index of the nearest cue before the quotation in its sentence, or undefined. */
export function governingCue({ words, tags }: AnnotatedText, at: number): number | undefined {
  const sentence = words[at]?.sentence
  for (let i = at - 1; i >= Math.max(0, at - MAX_CUE_DISTANCE_WORDS) && words[i]?.sentence === sentence; i--)
    if (tags[i] === 'cue' || (tags[i] === 'ing' && cueOf(words[i]?.lower ?? ''))) return i
  return undefined
}

/**
 * Returns the index of the candidate that is the subject of the verb at `cue`: the one whose predicate it is, else, for
 * "telling" and "to tell", the nearest subject before it in the sentence; -1 when there is none.
 */
function subjectOf({ words }: AnnotatedText, cue: number, { mentions, predicates }: Candidates): number {
  const own = predicates.findLastIndex((predicate, i) => predicate?.at === cue && !mentions[i]?.owns)
  if (own >= 0) return own
  const sentence = words[cue]?.sentence
  return mentions.findLastIndex(
    (mention, i) =>
      mention.head < cue &&
      words[mention.head]?.sentence === sentence &&
      !mention.owns &&
      (predicates[i]?.at ?? cue) < cue,
  )
}
