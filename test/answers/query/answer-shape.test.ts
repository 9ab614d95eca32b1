import { describe, expect, it } from 'vitest'
import { readShape } from '../../../src/answers/query/answer-shape.ts'

describe('what a question wants of its answer', () => {
  it.each([
    ['the first thing Marsh said about plums', 'oldest', 'thing Marsh said about plums'],
    ['when did Marsh first say plums', 'oldest', 'when did Marsh say plums'],
    ['who was the first to say plums', 'oldest', 'who was to say plums'],
    ['earliest mention of plums', 'oldest', 'mention of plums'],
    ['what did Marsh last say', 'newest', 'what did Marsh say'],
    ['the most recent quote by Marsh', 'newest', 'quote by Marsh'],
    ['latest Marsh quotes', 'newest', 'Marsh quotes'],
    ['the latest on plums', 'newest', 'on plums'],
    ['Marsh’s longest quote', 'longest', 'Marsh’s quote'],
    ['plums, oldest first', 'oldest', 'plums'],
    ['the last captain', null, 'the last captain'],
    ['the first state to vote', null, 'the first state to vote'],
    ['the latest poll', null, 'the latest poll'],
    ['how many times was the ferry painted', null, 'how many times was the ferry painted'],
  ])('%j: in the order %j', (text, order, rest) =>
    expect(readShape(text)).toMatchObject({ order, text: rest }),
  )

  it.each([
    ['how many times has Marsh said plums', 'did Marsh said plums'],
    ['how often did Marsh say plums', 'did Marsh say plums'],
    ['how many quotes by Marsh', 'quotes by Marsh'],
    ['how many stories about plums', 'stories about plums'],
  ])('%j: a count', (text, rest) =>
    expect(readShape(text)).toMatchObject({ counts: true, all: true, text: rest }),
  )

  it.each(['did Marsh ever say plums', 'hasn’t Marsh said plums', 'has Marsh never said plums'])(
    '%j: whether it was said',
    (text) => expect(readShape(text)).toMatchObject({ asksWhether: true, negated: false }),
  )

  it.each(['who didn’t say plums', 'who never said plums', 'what did Marsh not say'])(
    '%j: what coverage cannot tell',
    (text) => expect(readShape(text).negated).toBe(true),
  )

  it.each(['everything Marsh said', 'all quotes by Marsh', 'show me all quotes'])('%j: all of it', (text) =>
    expect(readShape(text).all).toBe(true),
  )

  it.each(['who said please', 'how many crates of plums', 'what did Marsh say about not sailing'])(
    '%j: nothing special',
    (text) =>
      expect(readShape(text)).toEqual({
        order: null,
        counts: false,
        all: false,
        asksWhether: false,
        negated: false,
        text,
      }),
  )
})
