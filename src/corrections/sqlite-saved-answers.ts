import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Given, type Ledger } from './saved-answers.ts'

/** How long a given answer is kept. */
const DAYS = 30

/** Characters of an id: 96 bits, and short enough to share a button's 100 characters. */
const ID = 16

/** A ledger in the newsroom's SQLite database. Every call is one statement, or two of which each stands alone. */
export function openSqliteLedger(db: DatabaseSync, now: () => Date): Ledger {
  const secret = db.prepare("SELECT value FROM secrets WHERE name = 'answers'").get()?.value as Uint8Array
  const add = db.prepare(
    `INSERT INTO answers (id, given, given_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET given = excluded.given, given_at = excluded.given_at`,
  )
  const clear = db.prepare('DELETE FROM answers WHERE given_at < ?')
  const read = db.prepare('SELECT given FROM answers WHERE id = ? AND given_at >= ?')
  const count = {
    useful: db.prepare('UPDATE answers SET useful = useful + 1 WHERE id = ? AND given_at >= ?'),
    notUseful: db.prepare('UPDATE answers SET not_useful = not_useful + 1 WHERE id = ? AND given_at >= ?'),
  }
  const oldest = () => new Date(now().getTime() - DAYS * 86_400_000).toISOString()

  return {
    async keep(given) {
      const id = idOf(given, secret)
      clear.run(oldest())
      add.run(id, JSON.stringify(given), now().toISOString())
      return id
    },
    async find(id) {
      const found = read.get(id, oldest())
      return found ? Given.parse(JSON.parse(String(found.given))) : null
    },
    async rate(id, useful) {
      return count[useful ? 'useful' : 'notUseful'].run(id, oldest()).changes > 0
    },
  }
}

/** The id of a given answer: how well its evidence scored changes with the index, and is no part of it. */
function idOf({ command, places }: Given, secret: Uint8Array): string {
  const where = places.map(({ score: _, ...place }) => place)
  const print = createHmac('sha256', secret).update(JSON.stringify([command, where]))
  return print.digest('base64url').slice(0, ID)
}
