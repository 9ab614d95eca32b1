// Resolves the labels of a transcript's turns to speakers, by the introduction.
import type { Entity } from '../people/entity.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { Turn } from './turns.ts'

const LETTER_LABEL = /^[QA]$/
const INITIALS = /^\p{Lu}{2,4}$/u
const CAPITALIZED_WORD = /\p{Lu}[\p{Lu}\p{M}'’-]+(?!\p{Ll})/gu

/**
 * Returns the speaker of each label: the person named so, or by these initials, before the first turn; else the label as a
 * name. "A" is the one who answers: whom other labels name beside "Q", or the only person of the introduction. "Q" is
 * nobody by name.
 */
export function turnSpeakers(annotated: AnnotatedText, turns: Turn[]): Map<string, string | null> {
  const start = turns[0]?.labelSpan.start ?? 0
  const introduced = annotated.entities.all.filter(
    ({ kind, words, heads }) =>
      (kind === 'person' || (kind === 'unknown' && words.length > 1)) &&
      (annotated.words[heads[0] ?? 0]?.start ?? start) < start,
  )
  const labels = [...new Set(turns.map(({ label }) => label))]
  const speakers = new Map(labels.map((label) => [label, speakerOf(label, introduced)]))
  if (speakers.has('A')) speakers.set('A', answererOf(annotated, introduced, speakers))
  return speakers
}

function speakerOf(label: string, introduced: Entity[]): string | null {
  if (LETTER_LABEL.test(label)) return null
  const words = label.toLowerCase().split(' ')
  const named = introduced.filter(
    ({ words: name }) => name.at(-1) === words.at(-1) || name.join(' ') === words.join(' '),
  )
  const initialled = INITIALS.test(label) ? introduced.filter((one) => initialsOf(one) === label) : []
  const [only, another] = named.length > 0 ? named : initialled
  if (only && !another) return only.name
  return INITIALS.test(label) ? label : inLowerCase(label)
}

const initialsOf = ({ name }: Entity) =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .join('')

/** Returns a label in capitals as a name: "The PRESIDENT" is the President. */
const inLowerCase = (label: string) =>
  label.replace(CAPITALIZED_WORD, (word) => word[0] + word.slice(1).toLowerCase())

function answererOf(
  { entities }: AnnotatedText,
  introduced: Entity[],
  speakers: Map<string, string | null>,
): string | null {
  const named = new Set(
    [...speakers.values()].filter((name) => entities.all.some((one) => one.name === name)),
  )
  const [label, anotherLabel] = named
  if (label && !anotherLabel) return label
  const people = introduced.filter(({ kind }) => kind === 'person')
  const [only, another] = people.length > 0 ? people : introduced
  return only && !another ? only.name : null
}
