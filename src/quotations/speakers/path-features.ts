import { cueOf } from '../language/cues.ts'
import type { Features, Pairing } from './features.ts'
import type { Scene } from './scene.ts'

const OVER = { nothing: 1, apposition: 2, phrase: 3, clause: 4, another: 5 }
const KINDS = { say: 1, label: 2, stance: 3, think: 4, show: 5 }
const FORMS = { past: 1, present: 2, base: 3, ing: 4, participle: 5 }
const FARTHEST = 60

/** How a candidate and a quotation lie to each other, and which verb binds them. */
export function pathFeatures(pairing: Pairing): Features {
  const { scene, at, mention, predicate } = pairing
  const { words } = scene
  const before = mention.head < at
  const [from, to] = before ? [mention.to + 1, at] : [at + 1, mention.from]
  const paragraphs = (words[at]?.paragraph ?? 0) - (words[mention.head]?.paragraph ?? 0)
  const verb = predicate ? cueAt(scene, predicate.at) : undefined
  const inverted = cueAt(scene, mention.from - 1)
  return {
    before: before ? 1 : 0,
    away: Math.min(400, to - from),
    sentencesAway: (words[at]?.sentence ?? 0) - (words[mention.head]?.sentence ?? 0),
    paragraphsAway: paragraphs,
    ...between(scene, from, Math.min(to, from + FARTHEST)),
    verbKind: verb ? KINDS[verb.kind] : predicate ? 6 : 0,
    verbForm: verb ? FORMS[verb.form] : 0,
    verbOver: predicate ? OVER[predicate.over] : 0,
    verbAway: predicate ? predicate.at - mention.to : 99,
    verbToQuote: predicate ? Math.max(-99, Math.min(99, at - predicate.at)) : 100,
    passive: predicate?.passive ? 1 : 0,
    negated: predicate?.negated ? 1 : 0,
    inverted: inverted ? KINDS[inverted.kind] : 0,
    invertedAt: inverted ? Math.max(-99, Math.min(99, at - mention.from + 1)) : 100,
    leadsOther: leadsOther(scene, at, predicate?.at) || leadsOther(scene, at, mention.to) ? 1 : 0,
    followsOther:
      scene.tags[mention.from - (inverted ? 2 : 1)] === 'quotation' &&
      mention.from - (inverted ? 2 : 1) !== at
        ? 1
        : 0,
    sameParagraphLater: quotationsAfter(scene, mention.to, at),
  }
}

/** Does the said-clause that ends here open on another quotation: `Pine said, “…”`? */
function leadsOther({ tags }: Scene, at: number, clauseEnd: number | undefined): boolean {
  if (clauseEnd === undefined) return false
  const next =
    tags[clauseEnd + 1] === 'comma' || tags[clauseEnd + 1] === 'colon' ? clauseEnd + 2 : clauseEnd + 1
  return tags[next] === 'quotation' && next !== at
}

function cueAt({ words, tags }: Scene, i: number) {
  return tags[i] === 'cue' || tags[i] === 'ing' ? cueOf(words[i]?.lower ?? '') : undefined
}

/** What stands between the two. */
function between({ tags, words }: Scene, from: number, to: number): Features {
  const counts = {
    commasBetween: 0,
    quotesBetween: 0,
    cuesBetween: 0,
    verbsBetween: 0,
    stopsBetween: 0,
    namesBetween: 0,
    subordinate: 0,
    thatBetween: 0,
  }
  for (let i = from; i < to; i++) {
    const tag = tags[i]
    if (tag === 'comma' || tag === 'dash') counts.commasBetween++
    else if (tag === 'quotation') counts.quotesBetween++
    else if (tag === 'cue') counts.cuesBetween++
    else if (tag === 'verb' || tag === 'auxiliary') counts.verbsBetween++
    else if (tag === 'stop') counts.stopsBetween++
    else if (tag === 'name' || tag === 'pronoun') counts.namesBetween += tags[i - 1] === tag ? 0 : 1
    else if (tag === 'subordinator') words[i]?.lower === 'that' ? counts.thatBetween++ : counts.subordinate++
  }
  return counts
}

/** Quotations between the mention and the end of its paragraph, other than this one: they may be the mention’s. */
function quotationsAfter({ tags, paragraphs, words }: Scene, from: number, at: number): number {
  const end = Math.min(paragraphs[(words[from]?.paragraph ?? 0) + 1] ?? tags.length, from + FARTHEST)
  let count = 0
  for (let i = from + 1; i < end; i++) if (tags[i] === 'quotation' && i !== at) count++
  return count
}
