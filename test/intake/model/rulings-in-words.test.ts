import { describe, expect, it } from 'vitest'
import { rulingOfNote, rulingOfParagraph } from '../../../src/intake/model/rulings-in-words.ts'

describe('a note to editors', () => {
  it.each([
    ['KILL: the otter story.', 'kill'],
    ['MANDATORY KILL. Do not use.', 'kill'],
    ['KILL KILL otter-ferry, the source has withdrawn his words', 'kill'],
    ['Eds: Kill this story, which ran by mistake.', 'kill'],
    ['Attention editors - please kill this item.', 'kill'],
    ['Updates the death toll. This story has been withdrawn.', 'kill'],
    ['WITHDRAWN: wrong ferry.', 'kill'],
    ['Withhold until the family is told.', 'hold'],
    ['EMBARGOED for 0600 GMT', 'hold'],
    ['HOLD FOR RELEASE at noon', 'hold'],
    ['CORRECTION: it was 1987.', 'correction'],
    ['Corrects the year in the third paragraph.', 'correction'],
    ['UPDATES with quotes; CORRECTS spelling of Quist.', 'correction'],
    ['Clarifies that the ferry is leased.', 'correction'],
    ['Correction to headline: ferry, not tug.', 'correction'],
  ])('“%s” rules: %s', (note, ruling) => {
    expect(rulingOfNote(note)).toBe(ruling)
  })

  it.each([
    '12 killed in explosion; adds quotes.',
    'UPDATES: 12 killed, three missing',
    'Adds that the party withdrew its candidate.',
    'Adds reaction from the Department of Correction.',
    'Corrections Department reacts in fifth paragraph.',
    'Killed: list of victims to follow in a separate item.',
    'The army withdraws from the river; photos available.',
    'Holds the record since 1987.',
    'With photos. Graphic to come.',
  ])('“%s” is news, and rules nothing', (note) => {
    expect(rulingOfNote(note)).toBeNull()
  })
})

describe('a paragraph of a story', () => {
  it.each([
    ['Correction: The otter is female.', 'The otter is female.'],
    ['CORRECTION (March 4, 2026): The otter is female.', 'The otter is female.'],
    ['Correction, Mar. 4: The otter is female.', 'The otter is female.'],
    ['Clarification — The otter is female.', 'The otter is female.'],
    ['[Correction: The otter is female.]', 'The otter is female.'],
    [
      'Editor’s note: This story has been corrected. It is one otter.',
      'This story has been corrected. It is one otter.',
    ],
    [
      'This article was amended on 4 March 2026 to correct the ferry’s name.',
      'This article was amended on 4 March 2026 to correct the ferry’s name.',
    ],
    [
      'An earlier version of this story misstated the year.',
      'An earlier version of this story misstated the year.',
    ],
    ['We have corrected this article: it was 1987.', 'We have corrected this article: it was 1987.'],
    ['• This article was amended on 4 March 2026.', 'This article was amended on 4 March 2026.'],
    ['Korrektur: Der Otter ist weiblich.', 'Der Otter ist weiblich.'],
  ])('“%s” corrects it', (paragraph, words) => {
    expect(rulingOfParagraph(paragraph)).toEqual({ ruling: 'correction', words })
  })

  it.each([
    ['Retraction: The Bell has retracted this story.'],
    ['This article has been retracted, because its source was made up.'],
    ['Editor’s note: The Bell has retracted this report.'],
    ['The Tidewater Bell has retracted this story.'],
  ])('“%s” retracts it', (paragraph) => {
    expect(rulingOfParagraph(paragraph)?.ruling).toBe('retraction')
  })

  it.each([
    'The Department of Correction said that nobody had left.',
    'Corrections officers were told: stay at home.',
    'Corrections were made to the timetable on Monday.',
    '“Correction: it is an otter,” she said.',
    'This article contains descriptions of drowning.',
    'Editor’s note: This story names a victim of a crime.',
    'This story was first published in March.',
    'An earlier version of this story was published on Monday.',
    'The paper withdrew its reporter from the ferry.',
    'The court corrected the record on Tuesday.',
    'This report was written by the harbour master.',
  ])('“%s” does neither', (paragraph) => {
    expect(rulingOfParagraph(paragraph)).toBeNull()
  })
})
