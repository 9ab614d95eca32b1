// Resolves the labels of a transcript's turns to speakers, by the introduction.
import { ORGANISATION_WORDS, PERSON_NOUNS, TITLES } from '../language/word-lists.ts'
import type { Entity } from '../people/entity.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { Turn } from './turns.ts'

const LETTER_LABEL = /^[QA]$/
const INITIALS = /^\p{Lu}{2,4}$/u
const CAPITALIZED_WORD = /\p{Lu}[\p{Lu}\p{M}'’-]+(?!\p{Ll})/gu

/**
 * Returns the speaker of each label: the person named so, or by these initials, before the first turn; else the label as a
 * name. "A" is the one who answers: whom other labels name beside "Q", or the only person of the introduction. "Q" is
 * nobody by name, nor is a paper that asks as well as "Q".
 */
export function turnSpeakers(annotated: AnnotatedText, turns: Turn[]): Map<string, string | null> {
  const start = turns[0]?.labelSpan.start ?? 0
  const introduced = annotated.entities.all.filter(
    ({ kind, words, heads }) =>
      (kind === 'person' || (kind === 'unknown' && words.length > 1)) &&
      (annotated.words[heads[0] ?? 0]?.start ?? start) < start,
  )
  const labels = [...new Set(turns.map(({ label }) => label))]
  const asking = new Set(
    labels.includes('Q') ? labels.filter((label) => isAskingPaper(annotated.text, label, turns)) : [],
  )
  const speakers = new Map(
    labels.map((label) => [label, asking.has(label) ? null : speakerOf(label, introduced)]),
  )
  if (speakers.has('A')) speakers.set('A', answererOf(annotated, introduced, speakers))
  return speakers
}

/** Whether a label is that of a paper whose turns are all questions: "The Courier". */
function isAskingPaper(text: string, label: string, turns: Turn[]): boolean {
  const words = label.toLowerCase().split(' ')
  const isBody = words[0] === 'the' || words.some((word) => ORGANISATION_WORDS.has(word))
  const isPerson = words.some((word) => TITLES.has(word) || PERSON_NOUNS.has(word))
  const own = turns.filter((turn) => turn.label === label)
  return isBody && !isPerson && own.every(({ end }) => text[end - 1] === '?')
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
