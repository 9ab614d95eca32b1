/** Finds out whom names and roles ask for, among all who are quoted in some segments. */
import { fitsName, isDescribed } from '../query/speaker-fit.ts'
import { spellingCorrection } from '../query/spelling.ts'
import type { AskedName } from '../search-index.ts'
import type { Segment, Voice } from './segment.ts'
import type { Statistics } from './statistics.ts'

/** One asked name, looked up: everybody who has these names in whole, and, where nobody has it as a name, whom the terms fit. */
type Sought = { terms: string[]; names: ReadonlySet<string>; isName: boolean }

/** The voices of a segment that are asked for. */
export type VoicesIn = (segment: Segment) => Set<number>

/**
 * Whom names or roles ask for: by part of the name; or else by a role, an office that the speaker has in any story,
 * or the description of somebody without a name. A term that nobody is called by may be a slip.
 */
export function speakersAsked(
  asked: AskedName[],
  { segments, statistics }: { segments: readonly Segment[]; statistics: Statistics },
): VoicesIn {
  const frequencies = { documentsWith: statistics.saidBy }
  const spelled = (term: string) =>
    statistics.saidBy(term) ? term : (spellingCorrection(term, frequencies) ?? term)
  const sought = asked.map(({ terms, isRole }) => lookUp({ terms: terms.map(spelled), isRole }, segments))
  return (segment) => new Set(sought.flatMap((one) => voicesOf(segment, one)))
}

function lookUp({ terms, isRole }: AskedName, segments: readonly Segment[]): Sought {
  const named = isRole ? [] : holders(terms, segments, ({ names }) => ({ names, roles: '' }))
  if (named.length) return { terms, names: new Set(named), isName: true }
  const known = holders(terms, segments, ({ names, offices }) => ({ names, roles: offices }))
  return { terms, names: new Set(known), isName: false }
}

/** The names of those who have one and hold what is asked for: as part of the name, or as an office. */
function holders(
  terms: string[],
  segments: readonly Segment[],
  held: (voice: Voice) => Pick<Voice, 'names' | 'roles'>,
): string[] {
  return segments.flatMap(({ voices, alive }) =>
    voices
      .called(terms)
      .filter((voice) => alive()?.[voices.story(voice)] !== 0 && voices.hasName(voice))
      .map(voices.at)
      .filter((voice) => fitsName(held(voice), terms))
      .map(({ names }) => names),
  )
}

function voicesOf({ voices }: Segment, { terms, names, isName }: Sought): number[] {
  const ofNames = [...names].flatMap(voices.named)
  if (isName) return ofNames
  const fitting = voices.called(terms).filter((voice) => {
    const called = voices.at(voice)
    return fitsName(called, terms) || isDescribed(called, terms)
  })
  return [...ofNames, ...fitting]
}
