import { describe, expect, it } from 'vitest'
import { answerKindOf, hasAnswer } from '../../../src/answers/ranking/answer-kinds.ts'
import { termTextOf } from '../../../src/answers/ranking/term-text.ts'

describe('the kind of answer that a question asks for', () => {
  it.each([
    ['how old was the pilot', 'age'],
    ['how long will the bridge be shut', 'duration'],
    ['how much did the crane cost', 'money'],
    ['how many gulls were counted', 'number'],
    ['when did the ferry sink', 'time'],
    ['where was the whale seen', 'place'],
    ['who mended the quay', 'person'],
    ['why is the market shut', 'reason'],
    ['the whale', 'other'],
  ])('is told of %j: %s', (question, kind) => expect(answerKindOf(question)).toBe(kind))

  it.each([
    ['how old was the pilot', 'The pilot, 47, left.', true],
    ['how old was the pilot', 'The pilot left.', false],
    ['how many gulls were counted', 'They counted 31 gulls.', true],
    ['how many of the 31 gulls left', 'There were 31 gulls.', false],
    ['how many gulls were counted', 'Dozens were counted.', true],
    ['who mended the quay', 'It was mended by Otto Brill.', true],
    ['did Otto Brill say who mended it', 'He is Otto Brill.', false],
    ['when did the ferry sink', 'It sank on March 4.', true],
    ['how much did the crane cost', 'It cost $3 million.', true],
    ['why is the market shut', 'It is shut because of the flood.', true],
  ])('is or is not in a text: %j, %j', (question, text, has) => {
    const asked = new Set(termTextOf(question).terms)
    expect(hasAnswer(termTextOf(text), answerKindOf(question), asked)).toBe(has)
  })
})
