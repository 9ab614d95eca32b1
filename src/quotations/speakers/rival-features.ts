import { cueOf } from '../language/cues.ts'
import type { Mention } from '../people/mentions.ts'
import type { Features } from './features.ts'
import type { Predicate } from './predicates.ts'
import type { Scene } from './scene.ts'

/** The candidates of one quotation, and the verb each is the subject of. */
export type Field = { mentions: Mention[]; predicates: (Predicate | undefined)[] }

/** How strongly a candidate is bound to the quotation, as grammar alone would rank it. */
const BOND = { beside: 6, said: 5, verb: 4, subject: 3, sentence: 2, paragraph: 1, none: 0 }
/** A verb so few words from a quotation stands beside it. */
const BESIDE = 2
const FARTHEST = 60

/** How each candidate stands against the others: which are subjects of verbs of saying, and whose verb rules the quotation. */
export function rivalFeatures(scene: Scene, at: number, field: Field): Features[] {
  const taken = new Set(field.predicates.map((predicate) => predicate?.at))
  const bonds = field.mentions.map((mention, i) =>
    bondOf(scene, at, { mention, predicate: field.predicates[i], taken }),
  )
  const near = rulingCue(scene, at)
  const ruler = near === undefined ? -1 : subjectOf(scene, near, field)
  const [first = 0, second = 0] = bonds.toSorted((a, b) => b - a)
  const strong = field.mentions.filter((_, i) => (bonds[i] ?? 0) >= BOND.verb)
  return field.mentions.map((mention, i) => {
    const own = bonds[i] ?? 0
    return {
      bond: own,
      strongest: own === first ? second : first,
      asStrong: bonds.filter((bond) => bond >= own).length,
      ...sayersAround(strong, mention, at),
      rules: ruler === i ? 2 : ruler < 0 ? 1 : 0,
      rulerAway: ruler < 0 ? 99 : Math.max(-40, Math.min(40, i - ruler)),
    }
  })
}

/** How many other subjects of verbs of saying stand before a candidate, after it, and between it and the quotation. */
function sayersAround(strong: Mention[], { head }: Mention, at: number): Features {
  const counts = { sayersBefore: 0, sayersAfter: 0, sayersNearer: 0 }
  for (const other of strong) {
    if (other.head < head) counts.sayersBefore++
    if (other.head > head) counts.sayersAfter++
    const sameSide = other.head < at === head < at
    if (sameSide && Math.abs(other.head - at) < Math.abs(head - at)) counts.sayersNearer++
  }
  return counts
}

/** `taken` are the verbs that have a subject before them: the one after is their object. */
type Bound = { mention: Mention; predicate: Predicate | undefined; taken: Set<number | undefined> }

function bondOf({ words, tags }: Scene, at: number, { mention, predicate, taken }: Bound): number {
  const [here, there] = [words[at], words[mention.head]]
  if (here?.paragraph !== there?.paragraph) return BOND.none
  if (here?.sentence !== there?.sentence) return BOND.paragraph
  const inverted = taken.has(mention.from - 1) ? undefined : mention.from - 1
  const verbs = [predicate?.at, inverted].filter((i) => i !== undefined && tags[i] === 'cue')
  const said = verbs.filter((i) => cueOf(words[i as number]?.lower ?? '')?.kind === 'say')
  if (said.some((i) => Math.abs((i as number) - at) <= BESIDE)) return BOND.beside
  if (mention.owns) return BOND.sentence
  if (said.length > 0) return BOND.said
  return verbs.length > 0 ? BOND.verb : predicate ? BOND.subject : BOND.sentence
}

/** The nearest verb of saying before the quotation in its sentence. */
export function rulingCue({ words, tags }: Scene, at: number): number | undefined {
  const sentence = words[at]?.sentence
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST) && words[i]?.sentence === sentence; i--)
    if (tags[i] === 'cue' || (tags[i] === 'ing' && cueOf(words[i]?.lower ?? ''))) return i
  return undefined
}

/**
 * Which candidate is the subject of the verb at `cue`: the one whose verb it is, else, for "telling" and "to
 * tell", the nearest subject before it in the sentence; -1 when there is none.
 */
function subjectOf({ words }: Scene, cue: number, { mentions, predicates }: Field): number {
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
