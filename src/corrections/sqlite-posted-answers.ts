// Keeps posted answers in the SQLite database.

import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { transaction } from '../archive/database.ts'
import { DAY_MS } from '../durations.ts'
import { MessageLocation, type PostedAnswer, type PostedAnswers, ShownState } from './posted-answers.ts'
import { SavedAnswer } from './saved-answers.ts'

/** Days that a posted answer is kept: nobody prints from older ones, and where people asked is not kept for ever. */
const POSTED_ANSWER_DAYS = 365

/** The first and the longest wait before a correction that failed is tried again. It doubles each time. */
const FIRST_RETRY_MS = 2_000
const MAX_RETRY_MS = 6 * 3_600_000

/** A due time that sorts before every instant, whatever the clock says. */
const DUE_AT_ONCE = ''

/** Opens the posted answers of the newsroom’s SQLite database. */
export function openSqlitePostedAnswers(db: DatabaseSync, now: () => Date): PostedAnswers {
  const insert = db.prepare(
    'INSERT INTO postings (platform, spot, given, named, told, posted_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const linkArticle = db.prepare(
    'INSERT OR IGNORE INTO posted_articles (article_id, posting_id) VALUES (?, ?)',
  )
  const removeExpired = db.prepare('DELETE FROM postings WHERE posted_at < ?')
  const overlapping = db.prepare(
    `SELECT id, spot FROM postings
     WHERE platform = ? AND spot ->> '$.channel' = ? AND spot ->> '$.thread' IS ? AND id <> ?
     AND EXISTS (SELECT 1 FROM json_each(spot, '$.messages') m JOIN json_each(?) n ON m.value = n.value)`,
  )
  const setLocation = db.prepare('UPDATE postings SET spot = ? WHERE id = ?')
  const markDue = db.prepare(
    `UPDATE postings SET due_at = '${DUE_AT_ONCE}' WHERE id IN
     (SELECT posting_id FROM posted_articles WHERE article_id IN (SELECT value FROM json_each(?)))`,
  )
  const readEdition = db.prepare("SELECT value FROM marks WHERE name = 'postings'")
  const writeEdition = db.prepare("INSERT OR REPLACE INTO marks (name, value) VALUES ('postings', ?)")
  const selectDue = db.prepare(
    `SELECT id, spot, given, named, told, revision, tries, due_at FROM postings
     WHERE platform = ? AND due_at <= ? ORDER BY due_at, id DESC LIMIT 1`,
  )
  const postpone = db.prepare(
    'UPDATE postings SET due_at = ?, tries = tries + 1 WHERE id = ? AND due_at = ? AND tries = ?',
  )
  const settle = db.prepare(
    `UPDATE postings SET told = ?, tries = 0, revision = revision + 1,
     due_at = CASE due_at WHEN '${DUE_AT_ONCE}' THEN due_at ELSE ? END WHERE id = ?`,
  )
  const saveStates = db.prepare('UPDATE postings SET told = ?, revision = revision + 1 WHERE id = ?')
  const remove = db.prepare('DELETE FROM postings WHERE id = ?')
  const selectOfArticle = db.prepare(
    `SELECT id, given, named, told FROM postings
     WHERE id IN (SELECT posting_id FROM posted_articles WHERE article_id = ?)`,
  )
  const setTold = db.prepare('UPDATE postings SET told = ? WHERE id = ?')
  const rename = db.prepare(
    `UPDATE postings SET given = replace(given, :from, :to), named = replace(named, :from, :to),
     told = replace(told, :from, :to) WHERE id IN (SELECT posting_id FROM posted_articles WHERE article_id = :id)`,
  )
  const renameLinks = db.prepare('UPDATE posted_articles SET article_id = ? WHERE article_id = ?')

  const iso = (offset: number) => new Date(now().getTime() + offset).toISOString()

  /** Removes messages from the older posted answers that had them. */
  function removeFromOlder({ platform, channel, thread, messages }: MessageLocation, id: number | bigint) {
    for (const other of overlapping.all(platform, channel, thread, id, JSON.stringify(messages))) {
      const older = MessageLocation.parse(JSON.parse(String(other.spot)))
      const left = older.messages.filter((one) => !messages.includes(one))
      if (left.length) setLocation.run(JSON.stringify({ ...older, messages: left }), Number(other.id))
      else remove.run(Number(other.id))
    }
  }

  return {
    async keep({ location, saved, named, states }) {
      transaction(db, () => {
        removeExpired.run(iso(-POSTED_ANSWER_DAYS * DAY_MS))
        const parts = [location, saved, named, states].map((part) => JSON.stringify(part))
        const { lastInsertRowid: id } = insert.run(location.platform, ...parts, iso(0), DUE_AT_ONCE)
        for (const articleId of new Set([...articlesOf(saved), ...named])) linkArticle.run(articleId, id)
        removeFromOlder(location, id)
      })
    },
    async markDue(articleIds) {
      markDue.run(JSON.stringify(articleIds))
    },
    async checkedEdition() {
      const found = readEdition.get()
      return found ? String(found.value) : null
    },
    async setCheckedEdition(edition) {
      writeEdition.run(edition)
    },
    async takeDue(platform) {
      for (;;) {
        const found = selectDue.get(platform, iso(0))
        if (!found) return null
        const { id, due_at, tries } = found
        const wait = Math.min(FIRST_RETRY_MS * 2 ** Number(tries), MAX_RETRY_MS)
        if (postpone.run(iso(wait), id as number, due_at as string, tries as number).changes)
          return postedAnswerOf(found)
      }
    },
    async settle(id, states, nextCheckAt) {
      settle.run(JSON.stringify(states), nextCheckAt, id)
    },
    async saveStates(id, states) {
      saveStates.run(JSON.stringify(states), id)
    },
    async remove(id) {
      remove.run(id)
    },
    async eraseWords(articleId) {
      transaction(db, () => {
        for (const row of selectOfArticle.all(articleId))
          setTold.run(JSON.stringify(statesWithout(articleId, row)), Number(row.id))
      })
    },
    async renameArticle(from, to) {
      transaction(db, () => {
        rename.run({ id: from, from: JSON.stringify(from), to: JSON.stringify(to) })
        renameLinks.run(to, from)
      })
    },
  }
}

/** Returns the ids of the articles quoted, and of those that have the same words. */
const articlesOf = ({ places }: SavedAnswer): string[] =>
  places.flatMap(({ articleId, alsoIn }) => [articleId, ...alsoIn.map((also) => also.articleId)])

const ArticleIds = z.array(z.string())

/** Returns the states of a posted answer without the words that they have of an article. */
function statesWithout(articleId: string, { given, named, told }: Row): ShownState[] {
  const places = SavedAnswer.parse(JSON.parse(String(given))).places.map((place) => place.articleId)
  const of = [...places, ...ArticleIds.parse(JSON.parse(String(named)))]
  const states = z.array(ShownState).parse(JSON.parse(String(told)))
  return states.map((state, i) =>
    of[i] === articleId ? { ...state, speaker: null, correction: null } : state,
  )
}

type Row = Record<string, SQLOutputValue>

const postedAnswerOf = (row: Row): PostedAnswer => {
  const parsed = (part: string): unknown => JSON.parse(String(row[part]))
  return {
    id: Number(row.id),
    location: MessageLocation.parse(parsed('spot')),
    saved: SavedAnswer.parse(parsed('given')),
    named: ArticleIds.parse(parsed('named')),
    states: z.array(ShownState).parse(parsed('told')),
    revision: Number(row.revision),
    tries: Number(row.tries),
  }
}
