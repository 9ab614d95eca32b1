import { describe, expect, it } from 'vitest'
import check from '../../commands/check.ts'
import quote from '../../commands/quote.ts'
import { checkInput, readInput, readOptions, usage } from '../../commands/read-input.ts'
import status from '../../commands/status.ts'
import { UserError } from '../../src/errors.ts'

describe('what a person types after a command', () => {
  it.each([
    ['who said please', { question: 'who said please' }],
    ['please speaker:Dunne', { question: 'please', speaker: 'Dunne' }],
    ['speaker:"the harbour master" please', { question: 'please', speaker: 'the harbour master' }],
    ['speaker:“Nora Dunne” please', { question: 'please', speaker: 'Nora Dunne' }],
    [
      'please after:2026-01-02 before:"last week"',
      { question: 'please', after: '2026-01-02', before: 'last week' },
    ],
    ['who said "softer touch"', { question: 'who said "softer touch"' }],
    ['the meeting at 10:30', { question: 'the meeting at 10:30' }],
    ['speaker:Dunne', { speaker: 'Dunne' }],
    ['Speaker:Dunne please', { speaker: 'Dunne', question: 'please' }],
    ['speaker: Dunne please', { speaker: 'Dunne', question: 'please' }],
    ['please speaker: Nora Dunne', { speaker: 'Nora Dunne', question: 'please' }],
    ['SPEAKER: "the harbour master" please', { speaker: 'the harbour master', question: 'please' }],
    ['please after:last week', { question: 'please', after: 'last week' }],
    ['the word is: please', { question: 'the word is: please' }],
    ['the title: a ferry', { question: 'the title: a ferry' }],
    ['question:please', { question: 'question:please' }],
    ['who said "colour:red"', { question: 'who said "colour:red"' }],
    ['see https://bell.example/a', { question: 'see https://bell.example/a' }],
    ['ferry speaker:""', { question: 'ferry' }],
    ['  ferry \n bridge ', { question: 'ferry bridge' }],
  ])('%s', (text, input) => {
    expect(readInput(quote, text)).toEqual(input)
  })

  it.each(['colour:red ferry', 'constructor:x ferry', 'please speakr:Dunne', 'Source:Dunne please'])(
    'is told that %j has no filter of ours, and which there are',
    (text) => {
      expect(() => readInput(quote, text)).toThrow(UserError)
      expect(() => readInput(quote, text)).toThrow(
        /^[A-Za-z]+: is no filter of \/quote\. It has speaker: outlet:/,
      )
    },
  )

  it('may have filters among the words of a typed option, which count less than an option of their own', () => {
    expect(readOptions(quote, { question: 'please Speaker: Dunne' })).toEqual({
      question: 'please',
      speaker: 'Dunne',
    })
    expect(readOptions(quote, { question: 'please speaker:Dunne', speaker: 'Quist' })).toEqual({
      question: 'please',
      speaker: 'Quist',
    })
    expect(readOptions(quote, { question: 'speaker:Dunne' })).toEqual({ speaker: 'Dunne' })
  })

  it('may have colons in what is checked', () =>
    expect(readInput(check, 'mayor:we ask')).toEqual({ quotation: 'mayor:we ask' }))

  it('is told what is missing, with the usage and an example', () => {
    expect(() => readInput(quote, ' ')).toThrow(UserError)
    expect(() => readInput(quote, '')).toThrow(
      /\/quote needs words that were said.*For example: \/quote who said please/,
    )
  })

  it('is told when a command takes no words', () => {
    expect(readInput(status, '')).toEqual({})
    expect(() => readInput(status, 'please')).toThrow(/\/status takes no words of its own, but got “please”/)
  })

  it('may come from typed options, where an empty one is none', () => {
    expect(checkInput(quote, { question: ' ferry ', speaker: '', outlet: undefined })).toEqual({
      question: 'ferry',
    })
  })

  it('is told which part of it is too long to be looked for', () => {
    expect(readInput(quote, 'z'.repeat(2000)).question).toHaveLength(2000)
    expect(() => readInput(quote, 'please '.repeat(1000))).toThrow(/^question: this is longer than 2000/)
    expect(() => checkInput(quote, { question: 'please', speaker: 'z'.repeat(2001) })).toThrow(/^speaker: /)
  })

  it('has a usage that tells required options from others', () => {
    expect(usage(quote)).toMatch(/^Usage: \/quote question \[speaker:…\] \[outlet:…\]/)
  })
})
