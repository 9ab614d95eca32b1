import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { transaction } from '../archive/database.ts'
import { Given } from './ledger.ts'
import { type Posting, type Postings, Spot, Told } from './postings.ts'

/** How long a posting is kept: nobody prints from older ones, and who was answered where is nobody's business for ever. */
const DAYS = 365

/** The first wait after a correction that did not reach its posting, and the longest, in milliseconds. */
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 6 * 3_600_000

/** Postings in the newsroom's SQLite database. */
export function openSqlitePostings(db: DatabaseSync, now: () => Date): Postings {
  const add = db.prepare(
    'INSERT INTO postings (platform, spot, given, told, posted_at, due_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const link = db.prepare('INSERT OR IGNORE INTO posted_articles (article_id, posting_id) VALUES (?, ?)')
  const clear = db.prepare('DELETE FROM postings WHERE posted_at < ?')
  const replace = db.prepare(
    `DELETE FROM postings WHERE platform = ? AND spot ->> '$.channel' = ?
     AND spot ->> '$.thread' IS ? AND spot ->> '$.messages[0]' = ?`,
  )
  const touch = db.prepare(
    `UPDATE postings SET due_at = ?, tries = 0 WHERE id IN
     (SELECT posting_id FROM posted_articles WHERE article_id IN (SELECT value FROM json_each(?)))`,
  )
  const mark = db.prepare("INSERT OR REPLACE INTO marks (name, value) VALUES ('postings', ?)")
  const due = db.prepare(
    'SELECT id, spot, given, told FROM postings WHERE due_at <= ? AND platform = ? ORDER BY id',
  )
  const settle = db.prepare('UPDATE postings SET told = ?, due_at = ?, tries = 0 WHERE id = ?')
  const tries = db.prepare('UPDATE postings SET tries = tries + 1 WHERE id = ? RETURNING tries')
  const wait = db.prepare('UPDATE postings SET due_at = ? WHERE id = ?')
  const drop = db.prepare('DELETE FROM postings WHERE id = ?')

  const iso = (offset: number) => new Date(now().getTime() + offset).toISOString()

  return {
    async keep({ spot, given, told }) {
      transaction(db, () => {
        clear.run(iso(-DAYS * 86_400_000))
        replace.run(spot.platform, spot.channel, spot.thread, String(spot.messages[0]))
        const parts = [spot, given, told].map((part) => JSON.stringify(part))
        const { lastInsertRowid } = add.run(spot.platform, ...parts, iso(0), iso(0))
        for (const id of articlesOf(given)) link.run(id, lastInsertRowid)
      })
    },
    async edition() {
      const found = db.prepare("SELECT value FROM marks WHERE name = 'postings'").get()
      return found ? String(found.value) : null
    },
    async changed(articleIds, edition) {
      transaction(db, () => {
        touch.run(iso(0), JSON.stringify(articleIds))
        mark.run(edition)
      })
    },
    async due(platform) {
      return due.all(iso(0), platform).map(postingOf)
    },
    async settle(id, told, next) {
      settle.run(JSON.stringify(told), next, id)
    },
    async putOff(id) {
      const tried = Number(tries.get(id)?.tries ?? 0)
      wait.run(iso(Math.min(FIRST_WAIT * 2 ** (tried - 1), LONGEST_WAIT)), id)
    },
    async drop(id) {
      drop.run(id)
    },
  }
}

/** The articles whose words were given, here or elsewhere. */
const articlesOf = ({ places }: Given): Set<string> =>
  new Set(places.flatMap(({ articleId, alsoIn }) => [articleId, ...alsoIn.map((also) => also.articleId)]))

const postingOf = ({ id, spot, given, told }: Record<string, SQLOutputValue>): Posting => ({
  id: Number(id),
  spot: Spot.parse(JSON.parse(String(spot))),
  given: Given.parse(JSON.parse(String(given))),
  told: z.array(Told).parse(JSON.parse(String(told))),
})
