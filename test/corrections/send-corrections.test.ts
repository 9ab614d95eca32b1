import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/answers/desk.ts'
import type { Archive } from '../../src/archive/archive.ts'
import type { Article, Passage, Story } from '../../src/archive/article.ts'
import { citer } from '../../src/archive/citation.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { initialStates } from '../../src/corrections/reread-posted-answer.ts'
import { rereadAnswer } from '../../src/corrections/reread-saved-answer.ts'
import {
  type Correction,
  type CorrectionOutcome,
  type CorrectionSender,
  openCorrections,
} from '../../src/corrections/send-corrections.ts'
import { openSqlitePostedAnswers } from '../../src/corrections/sqlite-posted-answers.ts'
import { openSqliteSavedAnswers } from '../../src/corrections/sqlite-saved-answers.ts'
import { openSegmentIndex } from '../../src/search/segments/segment-index.ts'
import { readingOf, story } from '../story.ts'
import { place } from './saved-answers.contract.ts'

let db: DatabaseSync
let archive: Archive
let desk: Desk
let now: Date
/** What came to the chat, and what comes of it there. */
let carried: Correction[]
let outcome: CorrectionOutcome
beforeEach(() => {
  now = new Date('2026-02-01T12:00:00Z')
  db = openDatabase(':memory:')
  archive = openSqliteArchive(db)
  desk = {
    archive,
    index: openSegmentIndex({ now: () => now, textOf: () => null }),
    cite: citer(null),
    now: () => now,
    log: { info: () => {}, warn: () => {} },
  }
  carried = []
  outcome = 'carried'
})
afterEach(() => archive.close())

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

const postings = () => openSqlitePostedAnswers(db, () => now)

/** Corrections as after a start, to a chat that takes them as the test wants. */
function open(carrier?: CorrectionSender) {
  const corrections = openCorrections({
    archive,
    desk,
    postedAnswers: postings(),
    savedAnswers: openSqliteSavedAnswers(db, () => now),
  })
  const note: CorrectionSender = async (correction) => {
    carried.push(correction)
    return outcome
  }
  corrections.register('chat', carrier ?? note)
  return corrections
}

const keep = async (changes: Partial<Story> = {}, speaker?: string): Promise<Article> => {
  const kept = story(changes)
  return (await archive.keep(kept, readingOf(kept.text, speaker))).article
}

/** What “Not today,” from an article is, as it may be quoted now, in a message of a platform. */
async function posting(article: Article, changes = {}, platform = 'chat') {
  const saved = { command: 'quote', places: [place({ articleId: article.id, ...changes })] }
  const { evidence } = await rereadAnswer(saved, desk)
  const location = { platform, channel: 'C1', thread: null, messages: [article.id] }
  return { location, saved, named: [] as string[], states: initialStates({ evidence, named: [] }) }
}

const post = async (...said: Parameters<typeof posting>) => postings().keep(await posting(...said))

/** Other stories with the same words, at addresses of their own. */
const SECOND = { url: 'https://bell.example/2', keys: ['url:https://bell.example/2'], headline: 'Two' }
const THIRD = { url: 'https://bell.example/3', keys: ['url:https://bell.example/3'], headline: 'Three' }

const news = () => carried.map(({ changes }) => changes.map(({ kind }) => kind))

describe('corrections', () => {
  it('leave alone what reads as its stories stand', async () => {
    const corrections = open()
    await post(await keep())
    await corrections.sendDue()
    await keep({ text: 'The ferry stays in harbour.\n“Not today,” the harbour master said.\nIt rained.' })
    await corrections.sendDue()
    expect(carried).toEqual([])
  })

  it.each([
    ['corrected', { status: 'corrected', correction: 'It was Monday.' }],
    ['changed', { text: 'The ferry sails.' }],
    ['retracted', { status: 'retracted' }],
    ['withheld', { status: 'killed' }],
    ['withheld', { embargoUntil: '2026-03-01T00:00:00Z' }],
  ] as const)('bring word of a story that is %s, once', async (kind, change) => {
    const corrections = open()
    await post(await keep())
    await corrections.sendDue()
    await keep(change)
    await corrections.sendDue()
    await corrections.sendDue()
    expect(news()).toEqual([[kind]])
    expect(carried[0]?.reread.evidence).toHaveLength(kind === 'corrected' ? 1 : 0)
  })

  it('bring word of a story that changed while an answer was on its way', async () => {
    const corrections = open()
    const answer = await posting(await keep())
    await corrections.sendDue()
    await keep({ status: 'killed' })
    await corrections.sendDue()
    await postings().keep(answer)
    await corrections.sendDue()
    expect(news()).toEqual([['withheld']])
  })

  it('bring word of a correction that does not say what was wrong', async () => {
    await post(await keep())
    await keep({ status: 'corrected' })
    await open().sendDue()
    expect(news()).toEqual([['corrected']])
  })

  it('say who is now said to have said it', async () => {
    await post(await keep())
    await keep({ correction: 'It was the deputy.', status: 'corrected' }, 'Otto Brill')
    await open().sendDue()
    expect(carried[0]?.changes).toMatchObject([
      { kind: 'reattributed', speaker: 'Otto Brill', story: { correction: 'It was the deputy.' } },
    ])
  })

  it('take a story that is withheld elsewhere out of an answer without a word', async () => {
    const article = await keep()
    const wire = { url: 'https://wire.example/1', headline: 'No ferry', keys: ['url:https://wire.example/1'] }
    const other = await keep(wire)
    await post(article, { alsoIn: [{ articleId: other.id, version: 1, ordinal: 2 }] })
    const corrections = open()
    await corrections.sendDue()
    await keep({ ...wire, status: 'killed' })
    await corrections.sendDue()
    expect(news()).toEqual([[]])
    expect(carried[0]?.reread.evidence[0]?.alsoIn).toEqual([])
  })

  it('take a story that is withheld out of what names it, without a word, and put it back', async () => {
    const article = await keep()
    const other = await keep({ ...SECOND, text: 'The ferry sails.' })
    const named = [citer(null)(other, other.version.passages[0] as Passage, '')]
    const { states, ...answer } = await posting(article)
    const both = [...states, ...initialStates({ evidence: [], named })]
    await postings().keep({ ...answer, named: [other.id], states: both })
    const corrections = open()
    await corrections.sendDue()
    for (const status of ['killed', 'usable'] as const) {
      await keep({ ...SECOND, text: 'The ferry sails.', status })
      await corrections.sendDue()
    }
    expect(news()).toEqual([[], []])
    expect(carried.map(({ named }) => named.map(({ headline }) => headline))).toEqual([[], ['Two']])
  })

  it('find what changed while nobody looked, also over a restart', async () => {
    const corrections = open()
    await post(await keep())
    await corrections.sendDue()
    await corrections.close()
    await keep({ status: 'killed' })
    await open().sendDue()
    expect(news()).toEqual([['withheld']])
  })

  it('restore an answer when an embargo lifts, though nothing changes then', async () => {
    await post(await keep())
    await keep({ embargoUntil: '2026-02-01T13:00:00Z' })
    const corrections = open()
    await corrections.sendDue()
    later(3599)
    await corrections.sendDue()
    expect(news()).toEqual([['withheld']])
    later(1)
    await corrections.sendDue()
    expect(news()).toEqual([['withheld'], ['restored']])
  })

  it('of ten answers in one place bring one word, and another each time that it changes', async () => {
    const corrections = open()
    const article = await keep()
    const { location, ...rest } = await posting(article)
    for (let n = 0; n < 10; n++)
      await postings().keep({ ...rest, location: { ...location, messages: [`m${n}`] } })
    await postings().keep({ ...rest, location: { ...location, channel: 'C2', messages: ['other'] } })
    const words = async (change: Partial<Story>) => {
      carried = []
      await keep(change)
      await corrections.sendDue()
      return [carried.length, carried.filter(({ isTold }) => !isTold).length]
    }
    await corrections.sendDue()
    expect(await words({ status: 'killed' })).toEqual([11, 2])
    expect(await words({ status: 'usable' })).toEqual([11, 2])
    expect(await words({ status: 'killed' })).toEqual([11, 2])
  })

  it('are tried again, later each time, until they are carried', async () => {
    await post(await keep())
    await keep({ status: 'killed' })
    outcome = 'later'
    const corrections = open()
    const triedAfter = async (seconds: number) => {
      later(seconds)
      await corrections.sendDue()
      return carried.length
    }
    expect([await triedAfter(0), await triedAfter(1), await triedAfter(1)]).toEqual([1, 1, 2])
    expect([await triedAfter(3), await triedAfter(1)]).toEqual([2, 3])
    outcome = 'carried'
    expect([await triedAfter(120), await triedAfter(86_400)]).toEqual([4, 4])
  })

  it('are carried without the word from when people have it', async () => {
    await post(await keep())
    await keep({ status: 'killed' })
    outcome = 'told'
    const corrections = open()
    await corrections.sendDue()
    outcome = 'carried'
    for (const _ of [1, 2]) {
      later(30)
      await corrections.sendDue()
    }
    expect(news()).toEqual([['withheld'], []])
  })

  it('undo what may have been carried, though the story reads as it did before', async () => {
    await post(await keep())
    const corrections = open()
    await corrections.sendDue()
    await keep({ status: 'killed' })
    outcome = 'later'
    await corrections.sendDue()
    await keep({ status: 'usable' })
    outcome = 'carried'
    await corrections.sendDue()
    expect(news()).toEqual([['withheld'], []])
    expect(carried[1]?.reread.evidence).toHaveLength(1)
  })

  it('have one key however often they are tried, and another one each time', async () => {
    await post(await keep())
    const corrections = open()
    outcome = 'later'
    await keep({ status: 'killed' })
    await corrections.sendDue()
    later(30)
    outcome = 'carried'
    await corrections.sendDue()
    for (const status of ['usable', 'killed'] as const) {
      await keep({ status })
      await corrections.sendDue()
    }
    expect(carried.map(({ isRetry }) => isRetry)).toEqual([false, true, false, false])
    const [first, second, ...others] = carried.map(({ key }) => key)
    expect(second).toBe(first)
    expect(new Set([first, ...others]).size).toBe(3)
  })

  it('are carried once where two look at the same time', async () => {
    await post(await keep())
    await keep({ status: 'killed' })
    await Promise.all([open().sendDue(), open().sendDue()])
    expect(carried).toHaveLength(1)
  })

  it('do not wait for another chat that does not answer, nor hold up the end', async () => {
    const [one, two] = [await keep(), await keep(SECOND)]
    await post(one, {}, 'silent')
    await post(two)
    const corrections = open()
    corrections.register('silent', () => new Promise(() => {}))
    await keep({ status: 'killed' })
    await keep({ ...SECOND, status: 'killed' })
    void corrections.sendDue()
    while (carried.length < 1) await turn()
    await keep({ ...SECOND, status: 'usable' })
    void corrections.sendDue()
    while (carried.length < 2) await turn()
    await corrections.close()
  })

  it('forget what is not there any more', async () => {
    await post(await keep())
    await keep({ status: 'killed' })
    outcome = 'gone'
    const corrections = open()
    await corrections.sendDue()
    await keep({ status: 'usable' })
    await corrections.sendDue()
    expect(carried).toHaveLength(1)
  })

  it('reach the others where one fails, or cannot be read', async () => {
    const articles = [await keep(), await keep(SECOND), await keep(THIRD)]
    for (const article of articles) await post(article)
    db.prepare("UPDATE postings SET told = '[{}]' WHERE id = 3").run()
    const reached: string[] = []
    const corrections = open(async ({ location }) => {
      reached.push(String(location.messages[0]))
      if (reached.length === 1) throw new Error('the chat is away')
      return 'carried'
    })
    for (const changes of [{}, SECOND, THIRD]) await keep({ ...changes, status: 'killed' })
    await corrections.sendDue().catch(() => {})
    await corrections.sendDue()
    expect(reached.toSorted()).toEqual([articles[0]?.id, articles[1]?.id].toSorted())
  })

  it('wait for a chat that is not there yet', async () => {
    await post(await keep())
    await keep({ status: 'killed' })
    const nobody = openCorrections({
      archive,
      desk,
      postedAnswers: postings(),
      savedAnswers: openSqliteSavedAnswers(db, () => now),
    })
    await nobody.sendDue()
    await open().sendDue()
    expect(news()).toEqual([['withheld']])
  })

  it('reach back a year, and keep nothing longer', async () => {
    await post(await keep())
    later(366 * 86_400)
    const other = await keep(SECOND)
    await post(other)
    expect(db.prepare('SELECT count(*) AS kept FROM postings').get()).toEqual({ kept: 1 })
    expect(db.prepare('SELECT article_id AS id FROM posted_articles').all()).toEqual([{ id: other.id }])
  })

  it('keep no word of what was posted', async () => {
    await post(await keep())
    expect(JSON.stringify(db.prepare('SELECT * FROM postings').all())).not.toMatch(
      /Not today|harbour master/i,
    )
  })
})
