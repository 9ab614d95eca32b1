import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { transaction } from '../archive/database.ts'
import { type Posting, type Postings, Spot, Told } from './posted-messages.ts'
import { Given } from './saved-answers.ts'

/** How long a posting is kept: nobody prints from older ones, and who was answered where is nobody's business for ever. */
const DAYS = 365

/** The first wait after a correction that did not reach its posting, and the longest, in milliseconds. */
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 6 * 3_600_000

/** Due whatever the clock says, and before all that has a time. */
const AT_ONCE = ''

/** Postings in the newsroom's SQLite database. */
export function openSqlitePostings(db: DatabaseSync, now: () => Date): Postings {
  const add = db.prepare(
    'INSERT INTO postings (platform, spot, given, named, told, posted_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const link = db.prepare('INSERT OR IGNORE INTO posted_articles (article_id, posting_id) VALUES (?, ?)')
  const clear = db.prepare('DELETE FROM postings WHERE posted_at < ?')
  const others = db.prepare(
    `SELECT id, spot FROM postings
     WHERE platform = ? AND spot ->> '$.channel' = ? AND spot ->> '$.thread' IS ? AND id <> ?
     AND EXISTS (SELECT 1 FROM json_each(spot, '$.messages') m JOIN json_each(?) n ON m.value = n.value)`,
  )
  const narrow = db.prepare('UPDATE postings SET spot = ? WHERE id = ?')
  const touch = db.prepare(
    `UPDATE postings SET due_at = '${AT_ONCE}' WHERE id IN
     (SELECT posting_id FROM posted_articles WHERE article_id IN (SELECT value FROM json_each(?)))`,
  )
  const read = db.prepare("SELECT value FROM marks WHERE name = 'postings'")
  const mark = db.prepare("INSERT OR REPLACE INTO marks (name, value) VALUES ('postings', ?)")
  const due = db.prepare(
    `SELECT id, spot, given, named, told, revision, tries, due_at FROM postings
     WHERE platform = ? AND due_at <= ? ORDER BY due_at, id DESC LIMIT 1`,
  )
  const putOff = db.prepare(
    'UPDATE postings SET due_at = ?, tries = tries + 1 WHERE id = ? AND due_at = ? AND tries = ?',
  )
  const settle = db.prepare(
    `UPDATE postings SET told = ?, tries = 0, revision = revision + 1,
     due_at = CASE due_at WHEN '${AT_ONCE}' THEN due_at ELSE ? END WHERE id = ?`,
  )
  const said = db.prepare('UPDATE postings SET told = ?, revision = revision + 1 WHERE id = ?')
  const drop = db.prepare('DELETE FROM postings WHERE id = ?')

  const iso = (offset: number) => new Date(now().getTime() + offset).toISOString()

  /** Takes messages from the postings that had them before. */
  function takeOver({ platform, channel, thread, messages }: Spot, id: number | bigint) {
    for (const other of others.all(platform, channel, thread, id, JSON.stringify(messages))) {
      const spot = Spot.parse(JSON.parse(String(other.spot)))
      const left = spot.messages.filter((one) => !messages.includes(one))
      if (left.length) narrow.run(JSON.stringify({ ...spot, messages: left }), Number(other.id))
      else drop.run(Number(other.id))
    }
  }

  return {
    async keep({ spot, given, named, told }) {
      transaction(db, () => {
        clear.run(iso(-DAYS * 86_400_000))
        const parts = [spot, given, named, told].map((part) => JSON.stringify(part))
        const { lastInsertRowid: id } = add.run(spot.platform, ...parts, iso(0), AT_ONCE)
        for (const articleId of new Set([...articlesOf(given), ...named])) link.run(articleId, id)
        takeOver(spot, id)
      })
    },
    async changed(articleIds) {
      touch.run(JSON.stringify(articleIds))
    },
    async edition() {
      const found = read.get()
      return found ? String(found.value) : null
    },
    async reached(edition) {
      mark.run(edition)
    },
    async take(platform) {
      for (;;) {
        const found = due.get(platform, iso(0))
        if (!found) return null
        const { id, due_at, tries } = found
        const wait = Math.min(FIRST_WAIT * 2 ** Number(tries), LONGEST_WAIT)
        if (putOff.run(iso(wait), id as number, due_at as string, tries as number).changes)
          return postingOf(found)
      }
    },
    async settle(id, told, next) {
      settle.run(JSON.stringify(told), next, id)
    },
    async said(id, told) {
      said.run(JSON.stringify(told), id)
    },
    async drop(id) {
      drop.run(id)
    },
  }
}

/** The articles whose words were given, here or elsewhere. */
const articlesOf = ({ places }: Given): string[] =>
  places.flatMap(({ articleId, alsoIn }) => [articleId, ...alsoIn.map((also) => also.articleId)])

const Articles = z.array(z.string())

const postingOf = (row: Record<string, SQLOutputValue>): Posting => {
  const parsed = (part: string): unknown => JSON.parse(String(row[part]))
  return {
    id: Number(row.id),
    spot: Spot.parse(parsed('spot')),
    given: Given.parse(parsed('given')),
    named: Articles.parse(parsed('named')),
    told: z.array(Told).parse(parsed('told')),
    revision: Number(row.revision),
    tries: Number(row.tries),
  }
}
