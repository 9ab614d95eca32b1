import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article } from '../../src/answers/article.ts'
import { quote } from '../../src/answers/quote.ts'
import type { Ruling } from '../../src/archive/decision.ts'
import { UserError } from '../../src/errors.ts'
import { type Newsroom, openNewsroom } from '../../src/newsroom/newsroom.ts'
import { folderWith } from '../intake/folder.ts'

const URL = 'https://bell.example/ferry'
const FERRY = `---
headline: Ferry stays in harbour
outlet: The Tidewater Bell
publishedAt: 2026-01-14
url: ${URL}
---
“We say please to the sea, and the sea says no,” Mara Quist told the Bell.
`

const quiet = { info: () => {}, warn: () => {} }

let data: string
let newsroom: Newsroom
beforeEach(async () => {
  data = await folderWith({ 'articles/ferry.md': FERRY })
  newsroom = await openNewsroom({ data, publicUrl: null }, quiet)
})
afterEach(() => newsroom.close())

const rule = (ruling: Ruling, named = URL) =>
  newsroom.intake.decide(named, { ruling, reason: 'It was the deputy.', by: 'ines' })
const please = (asked = newsroom) => asked.ask(quote, { text: 'who said please' })

describe('a decision by hand', () => {
  it.each(['hold', 'kill'] as const)('to %s takes a story out of every answer', async (ruling) => {
    const { evidence } = await please()
    const id = await newsroom.given.save('quote', evidence)
    await rule(ruling)
    expect(await please()).toMatchObject({ kind: 'nothing', nearest: [], retracted: [] })
    expect(await newsroom.given.reread(id)).toMatchObject({ evidence: [], withheld: 1 })
    expect(await newsroom.ask(article, 'ferry')).toMatchObject({ kind: 'nothing', nearest: [] })
    expect((await newsroom.read.status()).searched.articles).toBe(0)
  })

  it('to retract has a story named, with the reason, and never quoted', async () => {
    await rule('retract')
    const retracted = { headline: 'Ferry stays in harbour', correction: 'It was the deputy.' }
    expect(await please()).toMatchObject({ kind: 'nothing', retracted: [retracted] })
    expect(await newsroom.ask(article, 'ferry')).toMatchObject({ kind: 'retracted', article: retracted })
  })

  it('to correct stands on every piece of evidence from the story', async () => {
    await rule('correct')
    const correction = { status: 'corrected', correction: 'It was the deputy.' }
    expect((await please()).evidence).toMatchObject([{ citation: correction }])
    expect(await newsroom.ask(article, 'ferry')).toMatchObject({ article: correction })
  })

  it('is over when it is released', async () => {
    await rule('kill')
    await rule('release')
    expect((await please()).evidence).toMatchObject([{ citation: { status: 'usable', correction: null } }])
  })

  it('holds for a newsroom that another process has open, from the same moment', async () => {
    const other = await openNewsroom({ data, publicUrl: null }, quiet)
    await rule('kill')
    expect(await please(other)).toMatchObject({ kind: 'nothing', nearest: [], retracted: [] })
    expect(await other.ask(article, 'ferry')).toMatchObject({ kind: 'nothing', nearest: [] })
    await other.close()
  })

  it('needs a story that there is', async () => {
    await expect(rule('kill', 'https://bell.example/no-such')).rejects.toThrow(UserError)
    await expect(rule('kill', 'ferry')).rejects.toThrow('nothing was decided')
  })
})

it('a newsroom opens from its snapshot with what has changed since', async () => {
  const folder = await folderWith({ 'bridge.txt': '“The bridge is open,” said Otto Brill.' })
  const other = await openNewsroom({ data, publicUrl: null }, quiet)
  await newsroom.intake.ingest([join(folder, 'bridge.txt')])
  await other.intake.decide(URL, { ruling: 'hold', reason: 'A name is in doubt.', by: 'ines' })
  await other.close()
  const told: string[] = []
  const again = await openNewsroom(
    { data, publicUrl: null },
    { ...quiet, info: (_, message) => told.push(message) },
  )
  expect((await again.ask(quote, { text: 'bridge' })).evidence).toMatchObject([{ speaker: 'Otto Brill' }])
  expect(await please(again)).toMatchObject({ kind: 'nothing' })
  expect(told).toEqual([])
  await again.close()
})
