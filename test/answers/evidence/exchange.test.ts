import { expect, it } from 'vitest'
import { quote } from '../../../src/answers/quote.ts'
import { toPlain } from '../../../src/replies/plain.ts'
import { answerReply } from '../../../src/replies/search-reply.ts'
import { deskOver, tell } from '../../coverage.ts'

const QUESTION = 'Who pays for the crane?'
const ANSWER = 'Nobody has asked me that before.'
const crane = tell(
  'crane',
  [`Radio Pelham: “${QUESTION}” Marsh: “${ANSWER}”`, '“Cranes are free,” said Tom Okafor.'],
  {
    said: [
      { words: QUESTION, speaker: 'Radio Pelham', asks: ANSWER },
      { words: ANSWER, speaker: 'Ida Marsh', mention: 'Marsh', answers: QUESTION },
      { words: 'Cranes are free,', speaker: 'Tom Okafor' },
    ],
  },
)
const asked = async (text: string) => quote({ text }, (await deskOver([crane])).desk)

it('a question comes with its answer, and says where that stands', async () => {
  const { evidence } = await asked('who said pays for the crane')
  const [question] = evidence
  expect(question).toMatchObject({
    text: QUESTION,
    asks: { text: ANSWER, speaker: 'Ida Marsh', paragraph: 1 },
  })
  expect(question).not.toHaveProperty('answers')
  expect(crane.version.text.slice(question?.asks?.start, question?.asks?.end)).toBe(ANSWER)
})

it('an answer comes with its question', async () => {
  const { evidence } = await asked('nobody has asked before')
  expect(evidence[0]).toMatchObject({ text: ANSWER, answers: { text: QUESTION, speaker: 'Radio Pelham' } })
  expect(evidence[0]).not.toHaveProperty('asks')
})

it('a quotation outside an exchange comes alone', async () => {
  const { evidence } = await asked('cranes are free')
  expect(evidence[0]?.text).toBe('Cranes are free,')
  expect(evidence[0]).not.toHaveProperty('asks')
  expect(evidence[0]).not.toHaveProperty('answers')
})

it('a reply shows both halves with their speakers, and neither twice', async () => {
  const alone = toPlain(answerReply(await asked('nobody has asked before')))
  expect(alone).toContain(`1. “${ANSWER}”\n— Ida Marsh\n“${QUESTION}”\n— Radio Pelham (the question)`)
  const both = await asked('who said pays crane asked before')
  expect(both.evidence.length).toBeGreaterThan(1)
  expect(toPlain(answerReply(both)).split(QUESTION)).toHaveLength(2)
})
