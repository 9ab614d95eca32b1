import { describe, expect, it } from 'vitest'
import {
  questionOf,
  quotationQuestionOf,
  shortQuotationQuestionOf,
} from '../../../src/answers/query/question.ts'
import { UserError } from '../../../src/errors.ts'

const now = { today: '2026-03-11' }
const asked = (text: string) => {
  const { saidBy, topic } = quotationQuestionOf({ text }, now)
  return [saidBy, topic]
}

describe('quotationQuestionOf', () => {
  it.each([
    ['who said please', null, 'please'],
    ['Who else has said please?', null, 'please'],
    ["who said 'fake plums'", null, "'fake plums'"],
    ['what did Marsh say about the ferry', 'Marsh', 'about the ferry'],
    ['what has Ida Marsh said on plums?', 'Ida Marsh', 'on plums'],
    ['what did the chairman of the fish market say', 'the chairman of the fish market', ''],
    ['did Marsh say umbrellas', 'Marsh', 'umbrellas'],
    ['did Marsh ever say “close umbrellas”', 'Marsh', '“close umbrellas”'],
    ['when did Okafor tell the gulls', 'Okafor', 'the gulls'],
    ['what did she say about plums', null, 'about plums'],
    ['did anyone say plums', null, 'plums'],
    ['what did Marsh ask about the ferry', 'Marsh', 'about the ferry'],
    ['has Marsh denied the plums', 'Marsh', 'the plums'],
    ['what does Okafor think about gulls', 'Okafor', 'about gulls'],
    ['what did Marsh talk about', 'Marsh', ''],
    ['everything Ida Marsh has said about plums', 'Ida Marsh', 'about plums'],
    ['what Marsh said', 'Marsh', ''],
    ['all quotes by Ida Marsh about plums', 'Ida Marsh', 'plums'],
    ['comments about plums', null, 'plums'],
    ['can you find me what Ida Marsh said about plums', 'Ida Marsh', 'about plums'],
    ['looking for the quote where the mayor says please', 'the mayor', 'please'],
    ['Is there anything from Tom Okafor on gulls?', 'Tom Okafor', 'gulls'],
    ['show me that quote about\nthe gulls', null, 'the gulls'],
    ['need plums', null, 'need plums'],
    ['who spoke about plums', null, 'about plums'],
    ['what was said about the whale', null, 'the whale'],
    ['softer plums', null, 'softer plums'],
    ['who won the regatta', null, 'who won the regatta'],
    ['who said no', null, 'no'],
  ])('%j asks for the words of %j: %j', (text, by, topic) => expect(asked(text)).toEqual([by, topic]))

  it('takes days out of the topic', () => {
    const { topic, days } = quotationQuestionOf({ text: 'who said plums last week' }, now)
    expect(topic).toBe('plums')
    expect(days).toEqual([{ from: '2026-03-02', to: '2026-03-09' }])
  })
})

describe('shortQuotationQuestionOf', () => {
  const brief = (text: string) => {
    const question = shortQuotationQuestionOf({ text }, now)
    return question && [question.saidBy, question.topic]
  }

  it.each([
    ['Ida Marsh on plums', 'Ida Marsh', 'plums'],
    ['marsh about the ferry last week', 'marsh', 'the ferry'],
    ['Marsh’s quotes about gulls', 'Marsh', 'gulls'],
    ['Marsh quotes', 'Marsh', ''],
    ['Marsh’s best lines on plums', 'Marsh', 'plums'],
    ['Ida Marsh', 'Ida Marsh', ''],
    ['marsh', 'marsh', ''],
  ])('%j may ask for the words of %j: %j', (text, by, topic) => expect(brief(text)).toEqual([by, topic]))

  it.each(['who said plums on Monday', 'what did Marsh say about plums', 'five green plums in boxes'])(
    '%j has another form',
    (text) => expect(brief(text)).toBeNull(),
  )
})

describe('questionOf', () => {
  it('leaves all words in the topic', () =>
    expect(questionOf({ text: 'who said please?' }, now).topic).toBe('who said please'))

  it.each([
    ['"fake plums"', ['fake plums']],
    ['“fake plums” and ‘real plums’', ['fake plums', 'real plums']],
    ["Marsh's plums and Okafor's gulls", []],
    ["'don't sing'", ["don't sing"]],
    ['the plums', []],
  ])('finds the phrases of %j', (text, phrases) => expect(questionOf({ text }, now).phrases).toEqual(phrases))

  it('reads the days of its filters', () => {
    const question = questionOf({ text: 'plums', after: 'since Monday', before: '2026-03-11' }, now)
    expect(question).toMatchObject({ after: '2026-03-09', before: '2026-03-11' })
  })

  it('refuses a filter that is no date', () =>
    expect(() => questionOf({ text: 'plums', after: 'the flood' }, now)).toThrow(UserError))
})
