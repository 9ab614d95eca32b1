// Keeps saved answers in the SQLite database.

import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { DAY_MS } from '../durations.ts'
import { SavedAnswer, type SavedAnswers } from './saved-answers.ts'

/** Days that an answer is kept. */
const SAVED_ANSWER_DAYS = 30

/** Characters of an id: 96 bits, and short enough for a button’s id, which Discord limits to 100 characters. */
const ANSWER_ID_CHARS = 16

/** Opens the saved answers of the newsroom’s SQLite database. No call needs a transaction. */
export function openSqliteSavedAnswers(db: DatabaseSync, now: () => Date): SavedAnswers {
  const secret = db.prepare("SELECT value FROM secrets WHERE name = 'answers'").get()?.value as Uint8Array
  const insert = db.prepare(
    `INSERT INTO answers (id, given, given_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET given = excluded.given, given_at = excluded.given_at`,
  )
  const removeExpired = db.prepare('DELETE FROM answers WHERE given_at < ?')
  const select = db.prepare('SELECT given FROM answers WHERE id = ? AND given_at >= ?')
  const count = {
    useful: db.prepare('UPDATE answers SET useful = useful + 1 WHERE id = ? AND given_at >= ?'),
    notUseful: db.prepare('UPDATE answers SET not_useful = not_useful + 1 WHERE id = ? AND given_at >= ?'),
  }
  const rename = db.prepare('UPDATE answers SET given = replace(given, ?, ?) WHERE instr(given, ?)')
  const oldest = () => new Date(now().getTime() - SAVED_ANSWER_DAYS * DAY_MS).toISOString()

  return {
    async keep(answer) {
      const id = idOf(answer, secret)
      removeExpired.run(oldest())
      insert.run(id, JSON.stringify(answer), now().toISOString())
      return id
    },
    async find(id) {
      const found = select.get(id, oldest())
      return found ? SavedAnswer.parse(JSON.parse(String(found.given))) : null
    },
    async rate(id, useful) {
      return count[useful ? 'useful' : 'notUseful'].run(id, oldest()).changes > 0
    },
    async renameArticle(from, to) {
      rename.run(JSON.stringify(from), JSON.stringify(to), JSON.stringify(from))
    },
  }
}

/** Returns the id of an answer. Scores are no part of it, since they change with the index. */
function idOf({ command, places }: SavedAnswer, secret: Uint8Array): string {
  const unscored = places.map(({ score: _, ...place }) => place)
  const digest = createHmac('sha256', secret).update(JSON.stringify([command, unscored]))
  return digest.digest('base64url').slice(0, ANSWER_ID_CHARS)
}
