import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import type { Archive, Kept } from './archive.ts'
import { type Article, Facts, type Reading, type Story } from './article.ts'
import { articleId, isUrl, storyPrint, textPrint } from './identity.ts'
import { standing } from './standing.ts'

type Row = Record<string, SQLOutputValue>

const IS_NEWEST = 'ON a.id = v.article_id AND a.newest = v.number'
const NEWEST = `SELECT v.* FROM versions v JOIN articles a ${IS_NEWEST}`

/** How many articles are read at a time while all are walked through. */
const PAGE = 100

/** An archive in a SQLite database, which closes with it. Every write is one transaction. */
export function openSqliteArchive(db: DatabaseSync): Archive {
  const rows = (sql: string, ...values: SQLInputValue[]): Row[] => db.prepare(sql).all(...values)
  const row = (sql: string, ...values: SQLInputValue[]): Row | undefined => db.prepare(sql).get(...values)
  const run = (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).run(...values)

  const changed = () => run("UPDATE marks SET value = value + 1 WHERE name = 'changes'")

  const newest = (id: string) => row(`${NEWEST} WHERE a.id = ?`, id)
  const owner = (key: string) =>
    row('SELECT article_id AS id FROM keys WHERE key = ?', key)?.id as string | undefined

  function otherUrl(id: string, story: Story): boolean {
    const urls = rows("SELECT key FROM keys WHERE article_id = ? AND key LIKE 'url:%'", id).map((r) => r.key)
    const own = story.keys.filter(isUrl)
    return own.length > 0 && urls.length > 0 && !own.some((key) => urls.includes(key))
  }

  function locate(story: Story): { id: string; by: 'key' | 'text' } | null {
    const known = story.keys.map(owner).find((id) => id !== undefined && !otherUrl(id, story))
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
    changed()
  }

  function replaceReading(rowid: number, { edition, passages, quotations }: Reading) {
    const parts = [JSON.stringify(passages), JSON.stringify(quotations)]
    run(
      'UPDATE versions SET edition = ?, passages = ?, quotations = ? WHERE rowid = ?',
      edition,
      ...parts,
      rowid,
    )
    changed()
  }

  const seenUnder = (key: string) => row('SELECT print FROM keys WHERE key = ?', key)?.print

  function keep(story: Story, reading: Reading): Kept['outcome'] {
    const found = locate(story)
    if (!found) {
      const id = unusedId(story)
      addVersion(story, reading, id)
      remember(story, id)
      return 'added'
    }
    const print = storyPrint(story)
    const isCopy = found.by === 'text' && !holdsBack(story, toArticle(newest(found.id) as Row))
    const same = isCopy || story.keys.some((key) => seenUnder(key) === print)
    if (!same) addVersion(story, reading, found.id)
    remember(story, found.id)
    return same ? 'unchanged' : 'changed'
  }

  return {
    async holds(story) {
      const print = storyPrint(story)
      return story.keys.every((key) => owner(key)) && story.keys.some((key) => seenUnder(key) === print)
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
        ? row('SELECT * FROM versions WHERE article_id = ? AND number = ?', id, version)
        : newest(id)
      return found ? toArticle(found) : null
    },
    async *articles() {
      for (let after = ''; ; ) {
        const page = rows(`${NEWEST} WHERE a.id > ? ORDER BY a.id LIMIT ?`, after, PAGE)
        yield* page.map(toArticle)
        if (page.length < PAGE) return
        after = String(page.at(-1)?.article_id)
      }
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
    async edition() {
      return rows('SELECT value FROM marks ORDER BY name')
        .map((r) => r.value)
        .join('-')
    },
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

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const done = work()
    db.exec('COMMIT')
    return done
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

const toArticle = (row: Row): Article => ({
  ...(JSON.parse(String(row.facts)) as Facts),
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
