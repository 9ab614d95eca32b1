// Reads articles from the rows of the database, with the decisions on them applied.
import type { SQLOutputValue } from 'node:sqlite'
import type { Article, Facts, Version } from './article.ts'
import { applyDecisions, CorrectionRuling, type Decision, VisibilityRuling } from './decision.ts'
import type { Place } from './excerpt.ts'
import type { Readings } from './readings.ts'
import type { Row, Statements } from './statements.ts'

/** The articles of a database; an id without an article gives undefined. */
export type StoredArticles = {
  /** The row of an article's newest version, without its passages and quotations. */
  newest(id: string): Row | undefined
  toArticle(row: Row): Article
  article(id: string, version?: number): Article | null
  excerpts(places: Place[]): (Article | null)[]
  /** The articles whose ids come after one, ordered by id, a page at a time. */
  walk(after: string): AsyncGenerator<Article>
  /** The same, of those with a change number above `change`. */
  walkChanged(change: number, after: string): AsyncGenerator<Article>
  embargoed(): AsyncGenerator<Article>
}

const newestRuling = (rulings: string[]) =>
  `(SELECT max(id) FROM decisions WHERE article_id = v.article_id AND ruling IN ('${rulings.join("', '")}'))`
/** Selects versions with the newest correction and visibility decisions on their articles. */
const VERSIONS = `SELECT v.article_id, v.number, v.saved_at, v.facts, v.print, v.text_id, t.edition, t.text,
  c.ruling AS corrected, c.reason AS corrected_why, s.ruling AS shown, s.reason AS shown_why
  FROM articles a CROSS JOIN versions v ON v.article_id = a.id CROSS JOIN texts t ON t.id = v.text_id
  LEFT JOIN decisions c ON c.id = ${newestRuling(CorrectionRuling.options)}
  LEFT JOIN decisions s ON s.id = ${newestRuling(VisibilityRuling.options)}`
const NEWEST = `${VERSIONS} WHERE v.number = a.newest`

/** How many articles one query reads while all are iterated. */
const ARTICLES_PER_PAGE = 100
/** From this many changed articles on, all ids are scanned in their order, and none are held in memory. */
const MAX_LISTED_CHANGES = 10_000

export function openStoredArticles({ all, get }: Statements, readings: Readings): StoredArticles {
  const newest = (id: string) => get(`${NEWEST} AND a.id = ?`, id)
  const toArticle = (row: Row) => articleOf(row, wholeReading(row, readings))

  function excerpts(places: Place[]): (Article | null)[] {
    const rows = new Map<string, Row | undefined>()
    for (const { articleId } of places) if (!rows.has(articleId)) rows.set(articleId, newest(articleId))
    return places.map(({ articleId, passage, quotation }) => {
      const row = rows.get(articleId)
      if (!row) return null
      const textId = Number(row.text_id)
      const quotations = quotation === null ? [] : readings.related(textId, quotation)
      return articleOf(row, { passages: readings.passagesAt(textId, passage, quotations), quotations })
    })
  }

  async function* walk(after: string, change = -1): AsyncGenerator<Article> {
    for (let last = after; ; ) {
      const page = all(
        `${NEWEST} AND a.changed > ? AND a.id > ? ORDER BY a.id LIMIT ?`,
        ...[change, last, ARTICLES_PER_PAGE],
      )
      for (const row of page) yield toArticle(row)
      if (page.length < ARTICLES_PER_PAGE) return
      last = String(page.at(-1)?.article_id)
    }
  }

  async function* walkChanged(change: number, after: string): AsyncGenerator<Article> {
    const changed = all(
      'SELECT id FROM articles INDEXED BY articles_by_change WHERE changed > ? LIMIT ?',
      ...[change, MAX_LISTED_CHANGES + 1],
    )
    if (changed.length > MAX_LISTED_CHANGES) return yield* walk(after, change)
    const ids = changed.map(({ id }) => String(id)).filter((id) => id > after)
    for (const id of ids.toSorted(byCodePoint)) {
      const row = newest(id)
      if (row) yield toArticle(row)
    }
  }

  return {
    newest,
    toArticle,
    article(id, version) {
      const row = version ? get(`${VERSIONS} WHERE a.id = ? AND v.number = ?`, id, version) : newest(id)
      return row ? toArticle(row) : null
    },
    excerpts,
    walk,
    walkChanged,
    async *embargoed() {
      const embargoed = all(
        `SELECT v.article_id AS id FROM versions v CROSS JOIN articles a ON a.id = v.article_id
         WHERE v.number = a.newest AND v.facts ->> '$.embargoUntil' IS NOT NULL ORDER BY v.article_id`,
      )
      for (const { id } of embargoed) yield toArticle(newest(String(id)) as Row)
    },
  }
}

/** Compares as SQLite does; the ids are ASCII. */
const byCodePoint = (one: string, other: string) => (one < other ? -1 : Number(one > other))

const wholeReading = ({ text_id }: Row, readings: Readings) => ({
  passages: readings.passages(Number(text_id)),
  quotations: readings.quotations(Number(text_id)),
})

const articleOf = (row: Row, reading: Pick<Version, 'passages' | 'quotations'>): Article => ({
  ...factsOf(row),
  id: String(row.article_id),
  version: {
    number: Number(row.number),
    savedAt: String(row.saved_at),
    text: String(row.text),
    edition: Number(row.edition),
    ...reading,
  },
})

/** Returns the facts of a version with the newest decisions on its article applied. */
export const factsOf = (row: Row): Facts =>
  applyDecisions(JSON.parse(String(row.facts)), {
    corrected: decisionOf(row.corrected, row.corrected_why),
    shown: decisionOf(row.shown, row.shown_why),
  })

const decisionOf = (ruling?: SQLOutputValue, reason?: SQLOutputValue) =>
  ruling ? ({ ruling, reason } as Decision) : null
