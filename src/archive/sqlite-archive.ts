// Keeps articles, versions, keys and decisions in SQLite.
import type { DatabaseSync } from 'node:sqlite'
import type { Archive, KeepResult, TextToRead } from './archive.ts'
import { type Article, Facts, type Reading, type Story } from './article.ts'
import { transaction } from './database.ts'
import type { Decision } from './decision.ts'
import { openErasures } from './erasures.ts'
import { quotabilityOf } from './quotability.ts'
import { openReadings } from './readings.ts'
import { openStaleTexts } from './stale-texts.ts'
import { openStatements, type Row } from './statements.ts'
import { openStoredArticles } from './stored-articles.ts'
import { packSource } from './stored-source.ts'
import {
  articleId,
  isProviderKey,
  isUrlKey,
  originKeyOf,
  storyFingerprint,
  textFingerprint,
} from './story-identity.ts'

/** Returns the archive in a SQLite database. Every write is one transaction; `close` closes the database. */
export function openSqliteArchive(db: DatabaseSync): Archive {
  const statements = openStatements(db)
  const { all, get, run } = statements
  const readings = openReadings(statements)
  const articles = openStoredArticles(statements, readings)
  const erasures = openErasures(statements, readings)
  const { newest } = articles

  const mark = (name: string) => get('SELECT value FROM marks WHERE name = ?', name)?.value
  const markChanged = (id: string) => {
    run("UPDATE marks SET value = value + 1 WHERE name = 'changes'")
    run('UPDATE articles SET changed = ? WHERE id = ?', Number(mark('changes')), id)
  }

  const articleIdOf = (key: string) =>
    get('SELECT article_id AS id FROM keys WHERE key = ?', key)?.id as string | undefined

  function hasOtherUrl(id: string, story: Story): boolean {
    const urls = all("SELECT key FROM keys WHERE article_id = ? AND key LIKE 'url:%'", id).map((r) => r.key)
    const own = story.keys.filter(isUrlKey)
    return own.length > 0 && urls.length > 0 && !own.some((key) => urls.includes(key))
  }

  const articlesOfText = (story: Story) =>
    all(
      `SELECT a.id FROM texts t JOIN versions v ON v.text_id = t.id JOIN articles a ON a.id = v.article_id
       WHERE t.print = ? AND v.number = a.newest ORDER BY v.rowid`,
      textFingerprint(story),
    )

  function findArticle(story: Story): { id: string; by: 'key' | 'text' } | null {
    const named = story.keys
      .filter(isProviderKey)
      .map(articleIdOf)
      .find((id) => id !== undefined)
    const known =
      named ?? story.keys.map(articleIdOf).find((id) => id !== undefined && !hasOtherUrl(id, story))
    if (known) return { id: known, by: 'key' }
    const id = articlesOfText(story)
      .map((r) => r.id as string)
      .find((id) => !hasOtherUrl(id, story))
    return id ? { id, by: 'text' } : null
  }

  /** Returns the erased article that a story was: by its keys or, where they name no other article, by its text. */
  function erasedArticleOf(story: Story): string | undefined {
    const named = erasures.byKey(story)
    return named ?? (findArticle(story) ? undefined : erasures.byText(story))
  }

  function unusedId(story: Story): string {
    let count = 0
    while (newest(articleId(story, count))) count++
    return articleId(story, count)
  }

  function saveKeys(story: Story, id: string) {
    const print = storyFingerprint(story)
    for (const key of story.keys)
      run('INSERT OR REPLACE INTO keys (key, article_id, print) VALUES (?, ?, ?)', key, id, print)
  }

  function addVersion(story: Story, reading: Reading, id: string) {
    const number = 1 + Number(newest(id)?.number ?? 0)
    run(
      'INSERT INTO articles (id, newest) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET newest = excluded.newest',
      ...[id, number],
    )
    run(
      'INSERT INTO versions (article_id, number, saved_at, print, text_id, facts, source) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[id, number, new Date().toISOString(), storyFingerprint(story), readings.add(id, story, reading)],
      ...[JSON.stringify(Facts.parse(story)), packSource(story.source, story.text)],
    )
    markChanged(id)
  }

  const fingerprintOf = (key: string) => get('SELECT print FROM keys WHERE key = ?', key)?.print

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

  function replaceReading(of: TextToRead, reading: Reading): boolean {
    if (!readings.has(of)) return false
    readings.replace(of.id, reading)
    const articleIds = all('SELECT DISTINCT article_id AS id FROM versions WHERE text_id = ?', of.id)
    for (const { id } of articleIds) markChanged(String(id))
    return true
  }

  const readArticle = (id: string) => articles.toArticle(newest(id) as Row)

  function keep(story: Story, reading: Reading): { outcome: KeepResult['outcome']; id: string } {
    const erased = erasedArticleOf(story)
    if (erased) return { outcome: 'unchanged', id: erased }
    const found = findArticle(story)
    if (!found) {
      const id = unusedId(story)
      addVersion(story, reading, id)
      saveKeys(story, id)
      return { outcome: 'added', id }
    }
    const { id } = found
    const isCopy = found.by === 'text' && !isStricter(story, readArticle(id))
    const same = isCopy || isUnchanged(story) || isWithheldByAnother(story, id)
    if (!same) addVersion(story, reading, id)
    saveKeys(story, id)
    return { outcome: same ? 'unchanged' : 'changed', id }
  }

  return {
    async holds(story) {
      const isKept = story.keys.every((key) => articleIdOf(key)) && isUnchanged(story)
      return isKept || erasedArticleOf(story) !== undefined
    },
    async find(story) {
      const found = findArticle(story)
      return found?.by === 'key' ? readArticle(found.id) : null
    },
    async keep(story, reading) {
      return transaction(db, () => {
        const { outcome, id } = keep(story, reading)
        return { outcome, article: readArticle(id) }
      })
    },
    article: async (id, version) => articles.article(id, version),
    excerpts: async (places) => articles.excerpts(places),
    text(id, version) {
      const text = 'SELECT t.text FROM versions v JOIN texts t ON t.id = v.text_id'
      const found = get(`${text} WHERE v.article_id = ? AND v.number = ?`, id, version)
      return (found?.text as string | undefined) ?? null
    },
    async articleByKey(key) {
      return articles.article(articleIdOf(key) ?? '')
    },
    articles: (after = '') => articles.walk(after),
    changedSince(since, after = '') {
      const change = Number(since.slice(since.lastIndexOf('-') + 1))
      const had = since === `${mark('archive')}-${change}` && change <= Number(mark('changes'))
      return had ? articles.walkChanged(change, after) : null
    },
    isEmpty: async () => get('SELECT 1 FROM articles LIMIT 1') === undefined,
    embargoed: () => articles.embargoed(),
    async decide(id, { ruling, reason, by, at }) {
      return transaction(db, () => {
        if (!newest(id)) return null
        run(
          'INSERT INTO decisions (article_id, ruling, reason, made_by, made_at) VALUES (?, ?, ?, ?, ?)',
          ...[id, ruling, reason, by, at],
        )
        markChanged(id)
        return readArticle(id)
      })
    },
    async decisions(id) {
      const made = 'SELECT ruling, reason, made_by AS by, made_at AS at FROM decisions'
      return all(`${made} WHERE article_id = ? ORDER BY id`, id) as Decision[]
    },
    async erase(id, erasure) {
      return transaction(db, () => {
        if (!newest(id)) return null
        const erased = erasures.erase(id, erasure)
        markChanged(id)
        return erased
      })
    },
    async renameErased(id) {
      return transaction(db, () => erasures.rename(id))
    },
    ...openStaleTexts(statements),
    replaceReading: async (of, reading) => transaction(db, () => replaceReading(of, reading)),
    edition: async () => `${mark('archive')}-${mark('changes')}`,
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
