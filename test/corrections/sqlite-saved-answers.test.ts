import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteLedger } from '../../src/corrections/sqlite-saved-answers.ts'
import { describeLedger, place } from './saved-answers.contract.ts'

describeLedger('SQLite', async (now) => openSqliteLedger(openDatabase(':memory:'), now))

it('a SQLite ledger is there again after a restart, and clears away what has expired', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readback-ledger-'))
  const file = join(folder, 'readback.sqlite')
  const first = openDatabase(file)
  const january = () => new Date('2026-01-01T00:00:00Z')
  const id = await openSqliteLedger(first, january).keep({ command: 'quote', places: [place()] })
  first.close()

  const again = openDatabase(file)
  expect(await openSqliteLedger(again, january).find(id)).toMatchObject({ command: 'quote' })
  const march = openSqliteLedger(again, () => new Date('2026-03-01T00:00:00Z'))
  await march.keep({ command: 'context', places: [] })
  expect(again.prepare('SELECT count(*) AS kept FROM answers').get()).toEqual({ kept: 1 })
  again.close()
  await rm(folder, { recursive: true })
})

it('a SQLite ledger counts useful and not useful apart', async () => {
  const db = openDatabase(':memory:')
  const ledger = openSqliteLedger(db, () => new Date('2026-01-01T00:00:00Z'))
  const id = await ledger.keep({ command: 'quote', places: [place()] })
  for (const useful of [true, true, false]) await ledger.rate(id, useful)
  const counted = db.prepare('SELECT useful, not_useful FROM answers').get()
  expect(counted).toEqual({ useful: 2, not_useful: 1 })
})
