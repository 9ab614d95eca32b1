// Keeps articles, versions, keys and decisions in SQLite.
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import type { Archive, KeepResult } from './archive.ts'
import { type Article, Facts, type Reading, type Story } from './article.ts'
import { transaction } from './database.ts'
import { applyDecisions, CorrectionRuling, type Decision, VisibilityRuling } from './decision.ts'
import { quotabilityOf } from './quotability.ts'
import {
  articleId,
  isProviderKey,
  isUrlKey,
  originKeyOf,
  storyFingerprint,
  textFingerprint,
} from './story-identity.ts'

type Row = Record<string, SQLOutputValue>

const IS_NEWEST = 'ON a.id = v.article_id AND a.newest = v.number'
const newestOf = (rulings: string[]) =>
  `(SELECT max(id) FROM decisions WHERE article_id = v.article_id AND ruling IN ('${rulings.join("', '")}'))`
/** Selects versions with the newest correction and visibility decisions on their articles. */
const WITH_DECISIONS = `c.ruling AS corrected, c.reason AS corrected_why, s.ruling AS shown, s.reason AS shown_why FROM versions v
  LEFT JOIN decisions c ON c.id = ${newestOf(CorrectionRuling.options)}
  LEFT JOIN decisions s ON s.id = ${newestOf(VisibilityRuling.options)}`
const NEWEST = `SELECT v.*, ${WITH_DECISIONS} JOIN articles a ${IS_NEWEST}`

/** How many articles one query reads while all are iterated. */
const ARTICLES_PER_PAGE = 100

/** Returns the archive in a SQLite database. Every write is one transaction; `close` closes the database. */
export function openSqliteArchive(db: DatabaseSync): Archive {
  const rows = (sql: string, ...values: SQLInputValue[]): Row[] => db.prepare(sql).all(...values)
  const row = (sql: string, ...values: SQLInputValue[]): Row | undefined => db.prepare(sql).get(...values)
  const run = (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).run(...values)

  const texts = db.prepare('SELECT text FROM versions WHERE article_id = ? AND number = ?')

  const mark = (name: string) => row('SELECT value FROM marks WHERE name = ?', name)?.value
  const markChanged = (id: string) => {
    run("UPDATE marks SET value = value + 1 WHERE name = 'changes'")
    run('UPDATE articles SET changed = ? WHERE id = ?', Number(mark('changes')), id)
  }
  const edition = () => `${mark('archive')}-${mark('changes')}`

  const newest = (id: string) => row(`${NEWEST} WHERE a.id = ?`, id)
  const articleIdOf = (key: string) =>
    row('SELECT article_id AS id FROM keys WHERE key = ?', key)?.id as string | undefined

  function hasOtherUrl(id: string, story: Story): boolean {
    const urls = rows("SELECT key FROM keys WHERE article_id = ? AND key LIKE 'url:%'", id).map((r) => r.key)
    const own = story.keys.filter(isUrlKey)
    return own.length > 0 && urls.length > 0 && !own.some((key) => urls.includes(key))
  }

  function findArticle(story: Story): { id: string; by: 'key' | 'text' } | null {
    const named = story.keys
      .filter(isProviderKey)
      .map(articleIdOf)
      .find((id) => id !== undefined)
    const known =
      named ?? story.keys.map(articleIdOf).find((id) => id !== undefined && !hasOtherUrl(id, story))
    if (known) return { id: known, by: 'key' }
    const same = rows(`${NEWEST} WHERE v.text_print = ?`, textFingerprint(story))
    const id = same.map((r) => r.article_id as string).find((id) => !hasOtherUrl(id, story))
    return id ? { id, by: 'text' } : null
  }

  function unusedId(story: Story): string {
    let count = 0
    while (newest(articleId(story, count))) count++
    return articleId(story, count)
  }

  function saveKeys(story: Story, id: string) {
    for (const key of story.keys)
      run(
        'INSERT OR REPLACE INTO keys (key, article_id, print) VALUES (?, ?, ?)',
        key,
        id,
        storyFingerprint(story),
      )
  }

  function addVersion(story: Story, reading: Reading, id: string) {
    const number = 1 + Number(newest(id)?.number ?? 0)
    run(
      'INSERT INTO articles (id, newest) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET newest = excluded.newest',
      id,
      number,
    )
    run(
      `INSERT INTO versions (article_id, number, saved_at, facts, text, source, blocks, edition, passages, quotations, print, text_print)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, number, new Date().toISOString(), JSON.stringify(Facts.parse(story)), story.text, story.source],
      ...[JSON.stringify(story.blocks), reading.edition],
      ...[reading.passages, reading.quotations].map((part) => JSON.stringify(part)),
      ...[storyFingerprint(story), textFingerprint(story)],
    )
    markChanged(id)
  }

  function replaceReading(rowid: number, { edition, passages, quotations }: Reading) {
    const parts = [JSON.stringify(passages), JSON.stringify(quotations)]
    run(
      'UPDATE versions SET edition = ?, passages = ?, quotations = ? WHERE rowid = ?',
      edition,
      ...parts,
      rowid,
    )
    markChanged(String(row('SELECT article_id AS id FROM versions WHERE rowid = ?', rowid)?.id))
  }

  const fingerprintOf = (key: string) => row('SELECT print FROM keys WHERE key = ?', key)?.print

  /**
   * Whether the story was stored unchanged before: from the same origin or, for a new origin, under any of its keys.
   */
  function isUnchanged(story: Story): boolean {
    const print = storyFingerprint(story)
    const last = fingerprintOf(originKeyOf(story))
    return last === undefined ? story.keys.some((key) => fingerprintOf(key) === print) : last === print
  }

  /** Whether the story is quotable here but withheld by another source: only that source can release it. */
  function isWithheldByAnother(story: Story, id: string): boolean {
    const { facts, print } = newest(id) as Row
    const now = new Date()
    const withheld =
      quotabilityOf(JSON.parse(String(facts)), now) !== 'quotable' &&
      fingerprintOf(originKeyOf(story)) !== print
    return withheld && quotabilityOf(story, now) === 'quotable'
  }

  function keep(story: Story, reading: Reading): KeepResult['outcome'] {
    const found = findArticle(story)
    if (!found) {
      const id = unusedId(story)
      addVersion(story, reading, id)
      saveKeys(story, id)
      return 'added'
    }
    const isCopy = found.by === 'text' && !isStricter(story, toArticle(newest(found.id) as Row))
    const same = isCopy || isUnchanged(story) || isWithheldByAnother(story, found.id)
    if (!same) addVersion(story, reading, found.id)
    saveKeys(story, found.id)
    return same ? 'unchanged' : 'changed'
  }

  /** Yields the articles from a change number on and after an id, ordered by id, one page at a time. */
  async function* walk(change: number, from: string): AsyncGenerator<Article> {
    for (let after = from; ; ) {
      const page = rows(
        `${NEWEST} WHERE a.changed >= ? AND a.id > ? ORDER BY a.id LIMIT ?`,
        ...[change, after, ARTICLES_PER_PAGE],
      )
      for (const row of page) yield toArticle(row)
      if (page.length < ARTICLES_PER_PAGE) return
      after = String(page.at(-1)?.article_id)
    }
  }

  return {
    async holds(story) {
      return story.keys.every((key) => articleIdOf(key)) && isUnchanged(story)
    },
    async find(story) {
      const found = findArticle(story)
      return found?.by === 'key' ? toArticle(newest(found.id) as Row) : null
    },
    async keep(story, reading) {
      return transaction(db, () => {
        const outcome = keep(story, reading)
        const { id } = findArticle(story) as { id: string }
        return { outcome, article: toArticle(newest(id) as Row) }
      })
    },
    async article(id, version) {
      const found = version
        ? row(`SELECT v.*, ${WITH_DECISIONS} WHERE v.article_id = ? AND v.number = ?`, id, version)
        : newest(id)
      return found ? toArticle(found) : null
    },
    async articleByKey(key) {
      const found = newest(articleIdOf(key) ?? '')
      return found ? toArticle(found) : null
    },
    text: (id, version) => (texts.get(id, version)?.text as string | undefined) ?? null,
    articles: (after = '') => walk(0, after),
    changedSince(since, after = '') {
      const change = Number(since.slice(since.lastIndexOf('-') + 1))
      const had = since === `${mark('archive')}-${change}` && change <= Number(mark('changes'))
      return had ? walk(change + 1, after) : null
    },
    async *embargoed() {
      for (const row of rows(`${NEWEST} WHERE v.facts ->> '$.embargoUntil' IS NOT NULL ORDER BY a.id`))
        yield toArticle(row)
    },
    async decide(id, { ruling, reason, by, at }) {
      return transaction(db, () => {
        if (!newest(id)) return null
        run(
          'INSERT INTO decisions (article_id, ruling, reason, made_by, made_at) VALUES (?, ?, ?, ?, ?)',
          ...[id, ruling, reason, by, at],
        )
        markChanged(id)
        return toArticle(newest(id) as Row)
      })
    },
    async decisions(id) {
      const made = 'SELECT ruling, reason, made_by AS by, made_at AS at FROM decisions'
      return rows(`${made} WHERE article_id = ? ORDER BY id`, id) as Decision[]
    },
    async reread(edition, read) {
      const stale = rows(
        `SELECT v.rowid FROM versions v JOIN articles a ${IS_NEWEST} WHERE v.edition <> ?`,
        edition,
      )
      for (const { rowid } of stale as { rowid: number }[]) {
        const version = row('SELECT text, blocks, facts FROM versions WHERE rowid = ?', rowid)
        const reading = read(
          String(version?.text),
          JSON.parse(String(version?.blocks)),
          JSON.parse(String(version?.facts)),
        )
        transaction(db, () => replaceReading(rowid, reading))
      }
      return stale.length
    },
    edition: async () => edition(),
    async close() {
      db.close()
    },
  }
}

const STRICTNESS = ['quotable', 'retracted', 'withheld']

/** Whether a copy of an article is more restricted than the article; it then counts as a change. */
function isStricter(copy: Story, article: Article): boolean {
  const [own, other] = [copy, article].map((facts) => STRICTNESS.indexOf(quotabilityOf(facts, new Date())))
  return Number(own) > Number(other)
}

const factsOf = (row: Row): Facts =>
  applyDecisions(JSON.parse(String(row.facts)), {
    corrected: decisionOf(row.corrected, row.corrected_why),
    shown: decisionOf(row.shown, row.shown_why),
  })

const decisionOf = (ruling?: SQLOutputValue, reason?: SQLOutputValue) =>
  ruling ? ({ ruling, reason } as Decision) : null

const toArticle = (row: Row): Article => ({
  ...factsOf(row),
  id: String(row.article_id),
  version: {
    number: Number(row.number),
    savedAt: String(row.saved_at),
    text: String(row.text),
    edition: Number(row.edition),
    passages: JSON.parse(String(row.passages)),
    quotations: JSON.parse(String(row.quotations)),
  },
})
