import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { readInput } from '../../commands/read-input.ts'
import type { Answer, Evidence } from '../../src/answers/answer.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { DAYS } from './sample-questions/days.ts'
import { FACTS } from './sample-questions/facts.ts'
import { FALLING_SHORT } from './sample-questions/falling-short.ts'
import { OPERATORS } from './sample-questions/operators.ts'
import { PEOPLE } from './sample-questions/people.ts'
import type { Expected, Row } from './sample-questions/row.ts'
import { SHAPES } from './sample-questions/shapes.ts'
import { WORDS } from './sample-questions/words.ts'

const folder = await mkdtemp(join(tmpdir(), 'readback-'))
const log = { info: () => {}, warn: () => {} }
const opened = await openNewsroom({ data: folder, publicUrl: null, sample: true }, log)
const newsroom = opened.asOf('2026-02-18')
afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true })
})

async function answerTo(name: string, text: string): Promise<Answer> {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`no command ${name}`)
  return (await command.ask(newsroom, readInput(command, text))) as Answer
}

const dayOf = ({ citation }: Evidence) => citation.publishedAt?.slice(0, 10) ?? ''

/** What an answer has, in the form of what is expected of it. */
function seenIn({ evidence }: Answer, expected: Expected): Expected {
  const { first = '', order = [], has = [], by = [], notBy = '', days = ['', ''] } = expected
  const speakers = [...new Set(evidence.map(({ speaker }) => speaker ?? 'nobody'))]
  const found = (words: string, among: Evidence[]) =>
    among.some(({ text, passage }) => `${text} | ${passage.text}`.includes(words)) ? words : `no “${words}”`
  const seen: Required<Expected> = {
    first: found(first, evidence.slice(0, 1)),
    order: order.map((words, i) => found(words, evidence.slice(i, i + 1))),
    has: has.map((words) => found(words, evidence)),
    by: speakers.every((one) => [by].flat().includes(one)) ? by : speakers,
    notBy: speakers.includes(notBy) ? `also ${notBy}` : notBy,
    count: evidence.length,
    stories: evidence.map(dayOf),
    firstStory: evidence.slice(0, 1).map(dayOf).join(),
    days: evidence.map(dayOf).every((day) => days[0] <= day && day <= days[1]) ? days : ['other', 'days'],
  }
  return Object.fromEntries(Object.entries(seen).filter(([name]) => name in expected))
}

/** A fact may also stand first among what a story may have; all else is found, or nothing is. */
async function answersAsExpected([name, text, expected]: Row): Promise<void> {
  const answer = await answerTo(name, text)
  if (expected === 'nothing' || name !== 'context')
    expect(answer.kind).toBe(expected === 'nothing' ? 'nothing' : 'found')
  if (expected !== 'nothing') expect(seenIn(answer, expected)).toEqual(expected)
}

describe.each([
  ['days and periods', DAYS],
  ['words that were said', WORDS],
  ['an order, a count, a yes or no', SHAPES],
  ['operators and filters', OPERATORS],
  ['people and roles', PEOPLE],
  ['facts and coverage', FACTS],
])('a question for %s', (_, rows) => {
  it.each(rows)('/%s %s', async (...row) => answersAsExpected(row))
})

describe('a question that we fall short of', () => {
  it.fails.each(FALLING_SHORT)('/%s %s', async (...row) => answersAsExpected(row))
})
