import { describe, expect, it } from 'vitest'
import { quote } from '../../../src/answers/quote.ts'
import { deskOver, tell } from '../../coverage.ts'

const { desk } = await deskOver([
  tell(
    'quay',
    [
      '“If we count the gulls we lose the day,” he said.',
      '“We agreed on gulls,” she said, and again: “Gulls.”',
    ],
    {
      said: [
        { words: 'If we count the gulls we lose the day,', speaker: 'Tom Okafor', mention: 'he' },
        { words: 'We agreed on gulls,', speaker: 'Ida Marsh', mention: 'she' },
      ],
    },
  ),
])
const answerTo = (text: string) => quote({ text }, desk)

describe('words that are remembered to the letter', () => {
  it('come first, stop words and all, and are found', async () => {
    const { tier, evidence } = await answerTo('who said if we count the gulls')
    expect({ tier, speaker: evidence[0]?.speaker }).toEqual({ tier: 'found', speaker: 'Tom Okafor' })
  })

  it('are no answer where a speaker is asked about something else', async () => {
    const { tier, evidence } = await answerTo('what did Ida Marsh say about shareholders')
    expect({ tier, speaker: evidence[0]?.speaker }).toEqual({ tier: 'in-that-story', speaker: 'Ida Marsh' })
  })
})
