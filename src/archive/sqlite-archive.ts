import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import type { Archive, Kept } from './archive.ts'
import { type Article, Facts, type Reading, type Story } from './article.ts'
import { transaction } from './database.ts'
import { CorrectedBy, type Decision, decided, ShownBy } from './decision.ts'
import { standing } from './quotability.ts'
import { articleId, isName, isUrl, originOf, storyPrint, textPrint } from './story-identity.ts'

type Row = Record<string, SQLOutputValue>

const IS_NEWEST = 'ON a.id = v.article_id AND a.newest = v.number'
const newestOf = (rulings: string[]) =>
  `(SELECT max(id) FROM decisions WHERE article_id = v.article_id AND ruling IN ('${rulings.join("', '")}'))`
/** A version with the newest decisions on its article, of either kind. */
const DECIDED = `c.ruling AS corrected, c.reason AS corrected_why, s.ruling AS shown, s.reason AS shown_why FROM versions v
  LEFT JOIN decisions c ON c.id = ${newestOf(CorrectedBy.options)}
  LEFT JOIN decisions s ON s.id = ${newestOf(ShownBy.options)}`
const NEWEST = `SELECT v.*, ${DECIDED} JOIN articles a ${IS_NEWEST}`

/** How many articles are read at a time while all are walked through. */
const PAGE = 100

/** An archive in a SQLite database, which closes with it. Every write is one transaction. */
export function openSqliteArchive(db: DatabaseSync): Archive {
  const rows = (sql: string, ...values: SQLInputValue[]): Row[] => db.prepare(sql).all(...values)
  const row = (sql: string, ...values: SQLInputValue[]): Row | undefined => db.prepare(sql).get(...values)
  const run = (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).run(...values)

  const texts = db.prepare('SELECT text FROM versions WHERE article_id = ? AND number = ?')

  const mark = (name: string) => row('SELECT value FROM marks WHERE name = ?', name)?.value
  const changed = (id: string) => {
    run("UPDATE marks SET value = value + 1 WHERE name = 'changes'")
    run('UPDATE articles SET changed = ? WHERE id = ?', Number(mark('changes')), id)
  }
  const edition = () => `${mark('archive')}-${mark('changes')}`

  const newest = (id: string) => row(`${NEWEST} WHERE a.id = ?`, id)
  const owner = (key: string) =>
    row('SELECT article_id AS id FROM keys WHERE key = ?', key)?.id as string | undefined

  function otherUrl(id: string, story: Story): boolean {
    const urls = rows("SELECT key FROM keys WHERE article_id = ? AND key LIKE 'url:%'", id).map((r) => r.key)
    const own = story.keys.filter(isUrl)
    return own.length > 0 && urls.length > 0 && !own.some((key) => urls.includes(key))
  }

  function locate(story: Story): { id: string; by: 'key' | 'text' } | null {
    const named = story.keys
      .filter(isName)
      .map(owner)
      .find((id) => id !== undefined)
    const known = named ?? story.keys.map(owner).find((id) => id !== undefined && !otherUrl(id, story))
    if (known) return { id: known, by: 'key' }
    const same = rows(`${NEWEST} WHERE v.text_print = ?`, textPrint(story))
    const id = same.map((r) => r.article_id as string).find((id) => !otherUrl(id, story))
    return id ? { id, by: 'text' } : null
  }

  function unusedId(story: Story): string {
    let count = 0
    while (newest(articleId(story, count))) count++
    return articleId(story, count)
  }

  function remember(story: Story, id: string) {
    for (const key of story.keys)
      run('INSERT OR REPLACE INTO keys (key, article_id, print) VALUES (?, ?, ?)', key, id, storyPrint(story))
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
      ...[storyPrint(story), textPrint(story)],
    )
    changed(id)
  }

  function replaceReading(rowid: number, { edition, passages, quotations }: Reading) {
    const parts = [JSON.stringify(passages), JSON.stringify(quotations)]
    run(
      'UPDATE versions SET edition = ?, passages = ?, quotations = ? WHERE rowid = ?',
      edition,
      ...parts,
      rowid,
    )
    changed(String(row('SELECT article_id AS id FROM versions WHERE rowid = ?', rowid)?.id))
  }

  const seenUnder = (key: string) => row('SELECT print FROM keys WHERE key = ?', key)?.print

  /** Whether a story came just like this before: from the same place, or, from a new one, under any of its keys. */
  function isSeen(story: Story): boolean {
    const print = storyPrint(story)
    const last = seenUnder(originOf(story))
    return last === undefined ? story.keys.some((key) => seenUnder(key) === print) : last === print
  }

  /** Whether a story says it may be quoted while another source keeps it back: only that one can let it go. */
  function isOutranked(story: Story, id: string): boolean {
    const { facts, print } = newest(id) as Row
    const now = new Date()
    const kept =
      standing(JSON.parse(String(facts)), now) !== 'quotable' && seenUnder(originOf(story)) !== print
    return kept && standing(story, now) === 'quotable'
  }

  function keep(story: Story, reading: Reading): Kept['outcome'] {
    const found = locate(story)
    if (!found) {
      const id = unusedId(story)
      addVersion(story, reading, id)
      remember(story, id)
      return 'added'
    }
    const isCopy = found.by === 'text' && !holdsBack(story, toArticle(newest(found.id) as Row))
    const same = isCopy || isSeen(story) || isOutranked(story, found.id)
    if (!same) addVersion(story, reading, found.id)
    remember(story, found.id)
    return same ? 'unchanged' : 'changed'
  }

  /** The articles from a change on, a page at a time, in the order of their ids. */
  async function* walk(change: number, from: string): AsyncGenerator<Article> {
    for (let after = from; ; ) {
      const page = rows(
        `${NEWEST} WHERE a.changed >= ? AND a.id > ? ORDER BY a.id LIMIT ?`,
        ...[change, after, PAGE],
      )
      for (const row of page) yield toArticle(row)
      if (page.length < PAGE) return
      after = String(page.at(-1)?.article_id)
    }
  }

  return {
    async holds(story) {
      return story.keys.every((key) => owner(key)) && isSeen(story)
    },
    async keep(story, reading) {
      return transaction(db, () => {
        const outcome = keep(story, reading)
        const { id } = locate(story) as { id: string }
        return { outcome, article: toArticle(newest(id) as Row) }
      })
    },
    async article(id, version) {
      const found = version
        ? row(`SELECT v.*, ${DECIDED} WHERE v.article_id = ? AND v.number = ?`, id, version)
        : newest(id)
      return found ? toArticle(found) : null
    },
    async known(key) {
      const found = newest(owner(key) ?? '')
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
        changed(id)
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
        const version = row('SELECT text, blocks FROM versions WHERE rowid = ?', rowid)
        const reading = read(String(version?.text), JSON.parse(String(version?.blocks)))
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

/** Whether a copy of an article may be shown less than the article: then it is more than a copy. */
function holdsBack(copy: Story, article: Article): boolean {
  const [own, other] = [copy, article].map((facts) => STRICTNESS.indexOf(standing(facts, new Date())))
  return Number(own) > Number(other)
}

const factsOf = (row: Row): Facts =>
  decided(JSON.parse(String(row.facts)), {
    corrected: ruled(row.corrected, row.corrected_why),
    shown: ruled(row.shown, row.shown_why),
  })

const ruled = (ruling?: SQLOutputValue, reason?: SQLOutputValue) =>
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
