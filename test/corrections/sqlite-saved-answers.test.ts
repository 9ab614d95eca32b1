import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteSavedAnswers } from '../../src/corrections/sqlite-saved-answers.ts'
import { describeSavedAnswers, place } from './saved-answers.contract.ts'

describeSavedAnswers('SQLite', async (now) => openSqliteSavedAnswers(openDatabase(':memory:'), now))

it('a SQLite store of saved answers is there again after a restart, and clears away what has expired', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readback-saved-answers-'))
  const file = join(folder, 'readback.sqlite')
  const first = openDatabase(file)
  const january = () => new Date('2026-01-01T00:00:00Z')
  const id = await openSqliteSavedAnswers(first, january).keep({ command: 'quote', places: [place()] })
  first.close()

  const again = openDatabase(file)
  expect(await openSqliteSavedAnswers(again, january).find(id)).toMatchObject({ command: 'quote' })
  const march = openSqliteSavedAnswers(again, () => new Date('2026-03-01T00:00:00Z'))
  await march.keep({ command: 'context', places: [] })
  expect(again.prepare('SELECT count(*) AS kept FROM answers').get()).toEqual({ kept: 1 })
  again.close()
  await rm(folder, { recursive: true })
})

it('a SQLite store of saved answers counts useful and not useful apart', async () => {
  const db = openDatabase(':memory:')
  const savedAnswers = openSqliteSavedAnswers(db, () => new Date('2026-01-01T00:00:00Z'))
  const id = await savedAnswers.keep({ command: 'quote', places: [place()] })
  for (const useful of [true, true, false]) await savedAnswers.rate(id, useful)
  const counted = db.prepare('SELECT useful, not_useful FROM answers').get()
  expect(counted).toEqual({ useful: 2, not_useful: 1 })
})
