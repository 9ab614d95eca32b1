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
    'an office by its holder, not by the holder of the shadow office',
    'Chancellor Peter Voss ate.\nShadow chancellor Al Reed sang.\nThen the chancellor left.',
    'the chancellor',
    'Peter Voss',
  ],
  [
    'an office that two hold, by the place',
    'Martha Reed, the mayor of Sallow, ate.\nPeter Voss, the mayor of Corran, sang.\nThe rain fell.\nThen the mayor of Sallow left.',
    'the mayor',
    'Martha Reed',
  ],
  [
    'a description that another unnamed person does not share',
    'Martha Reed, the county engineer, ate. A city engineer sang. Then the county engineer left.',
    'the county engineer',
    'Martha Reed',
  ],
  [
    'a title after somebody was given it in passing',
    'Martha Reed is a pilot. Then the pilot left.',
    'the pilot',
    'Martha Reed',
  ],
  [
    'a pronoun by the unnamed subject before it',
    'Peter Voss runs the yard. An engineer opened the valve. He said it was late.',
    'He',
    'An engineer',
  ],
  [
    'a pronoun by the named subject before it',
    'An engineer left. Peter Voss opened the valve. He said it was late.',
    'He',
    'Peter Voss',
  ],
  [
    'a pronoun of the other sex past the unnamed subject',
    'Martha Reed runs the yard. A fisherman left. She said it was late.',
    'She',
    'Martha Reed',
  ],
  [
    'nobody, and then it is the name itself',
    'A harbour spokesman left.',
    'A harbour spokesman',
    'A harbour spokesman',
  ],
  [
    'a pronoun, by the one woman named in its paragraph',
    'Martha Reed sang. Later Martha Reed said more.\nAnna Voss had not sung. She said it was late.',
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
  [
    'whom the same noun brings in without a name many paragraphs before',
    `A buyer at The Tide Shop left.\nLowell Reed, chief buyer of The Tide Shop, ate.${'\nThe rain fell again.'.repeat(14)}\nThen the buyer left.`,
    'the buyer',
  ],
  [
    'whom the same noun brings in without a name only later',
    'Lowell Reed, the buyer of The Tide Shop, ate.\nThen the buyer left.\nTwo other buyers sang.',
    'the buyer',
  ],
  [
    'who spoke on condition of anonymity',
    'Lowell Reed, the buyer of The Tide Shop, ate.\nThe buyer, who asked not to be named, left.\nThen the buyer sang.',
    'the buyer',
  ],
  [
    'who holds the office of another body',
    'Martha Reed, the secretary general of the Lakes Union, ate.\nThen the secretary general of the River League left.',
    'the secretary general',
  ],
  [
    'whose office another holds only in the shadow cabinet',
    'Shadow chancellor Martha Reed ate.\nThen the chancellor left.',
    'the chancellor',
  ],
  ['who does what no story says of anybody', 'Martha Reed ate.\nThen the intruder sang.', 'the intruder'],
  ['who is somebody’s relation', 'Martha Reed ate.\nThen the mother sang.', 'the mother'],
  [
    'whose office two hold',
    'Martha Reed, the mayor of Sallow, ate.\nPeter Voss, the mayor of Corran, sang.\nThe rain fell.\nThe rain fell.\nThen the mayor left.',
    'the mayor',
  ],
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

it('takes a pronoun for nobody named only later', () => {
  expect(meant('Rain fell on the note. He signed it. The mayor, Peter Voss, read it.', 'He')).toBeUndefined()
})

it('takes whom the story gives the title to, and not the nearest', () => {
  const text = 'President Peter Voss ate. Martha Reed came in and sang of rain. Then the president left.'
  expect(meant(text, 'the president')).toBe('Peter Voss')
})

it('takes a person by the country, like any description', () => {
  expect(meant('Kris Reed ate in silence. Then the Belgian left.', 'the Belgian')).toBe('Kris Reed')
})
