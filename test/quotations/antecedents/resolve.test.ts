import { expect, it } from 'vitest'
import { resolveSpeaker } from '../../../src/quotations/antecedents/resolve.ts'
import { annotate } from '../scene/annotated.ts'

/** Whom the last mention with these words stands for. */
function meant(text: string, words: string): string | undefined {
  const annotated = annotate(text)
  const mention = annotated.mentions.findLast((one) => one.text === words)
  return mention && resolveSpeaker(annotated, mention, [])?.name
}

it.each([
  ['a last name', 'Mayor Ida Quist spoke. Then Quist left.', 'Quist', 'Ida Quist'],
  [
    'a pronoun, by its sex',
    'Martha Reed met Peter Voss. The rain fell. She said it was late.',
    'She',
    'Martha Reed',
  ],
  [
    'a pronoun, not by a street',
    'Martha Reed lives on Water Street. She said it was late.',
    'She',
    'Martha Reed',
  ],
  [
    'a title that one person has',
    'Governor Peter Voss met Martha Reed. Then the governor left.',
    'the governor',
    'Peter Voss',
  ],
  [
    'a title by its holder, not by who was named last',
    'Governor Peter Voss met Martha Reed. Reed sang. Then the governor left.',
    'the governor',
    'Peter Voss',
  ],
  [
    'a description that no title tells, as a pronoun would be',
    'Martha Reed opened her fifth shop. Then the businesswoman left.',
    'the businesswoman',
    'Martha Reed',
  ],
  [
    'the second of two descriptions with one article',
    'Senator Peter Voss won. Then the Ohio senator and former pilot left.',
    'former pilot',
    'Peter Voss',
  ],
  [
    'a description by the age of somebody',
    'Martha Reed won. Then the 46-year-old left.',
    'the 46-year-old',
    'Martha Reed',
  ],
  [
    'a description and its phrase beside its name',
    'The director of the Tide Office, Peter Voss, left.',
    'The director',
    'Peter Voss',
  ],
  ['a description beside its name', 'Her deputy, Peter Voss, left.', 'Her deputy', 'Peter Voss'],
  ['a name before its description', 'Peter Voss, a tide expert, left.', 'a tide expert', 'Peter Voss'],
  [
    'nobody, and then it is the name itself',
    'A harbour spokesman left.',
    'A harbour spokesman',
    'A harbour spokesman',
  ],
  [
    'a pronoun, by the one woman named in its paragraph',
    'Martha Reed sang. Later Martha Reed said more.\nThen there was Anna Voss, who had not sung. She said it was late.',
    'She',
    'Anna Voss',
  ],
  ['a pronoun, not by a ship', 'Al Reed left the Marigold. The rain fell. He ate.', 'He', 'Al Reed'],
  [
    '“it” by who wrote it',
    'Martha Reed found a pen and wrote a notice. It reads: “Closed.”',
    'It',
    'Martha Reed',
  ],
  [
    '“it” by the thing that the sentence before opens on',
    'Lowell Reed sat. The report is old. It warns of rot.',
    'It',
    'The report',
  ],
])('resolves %s', (_, text, words, expected) => {
  expect(meant(text, words)).toBe(expected)
})

it.each([
  [
    'whom the same noun brought in without a name',
    'Martha Reed met a pilot. Then the pilot left.',
    'the pilot',
  ],
  [
    'whom a story leaves without a name',
    'Martha Reed met the press. Then the reporter left.',
    'the reporter',
  ],
  ['the subject after a place', 'Snow fell in Sallow, the pilot said.', 'the pilot'],
])('leaves %s without a name', (_, text, words) => {
  expect(meant(text, words)).toBe(words)
})

it.each([
  ['“one” for nobody named', 'Martha Reed met two sailors. One sang of rain.', 'One'],
  ['“I” for nobody named', 'Martha Reed met the crew. Then I sang of rain.', 'I'],
  ['“it” for no person', 'Lowell Voss came in. Voss sat. It rained.', 'It'],
])('takes %s', (_, text, words) => {
  expect(meant(text, words)).toBeUndefined()
})
