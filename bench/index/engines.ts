// Indexes the passages of articles in other engines, to measure beside them.
import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import type { Article } from '../../src/archive/article.ts'
import { tokens } from '../../src/search/text/tokenize.ts'

/** An engine: it takes in articles, and finds the ten best passages for words. */
export type Engine = { name: string; add(article: Article): void; find(text: string): unknown }

const LIMIT = 10

/** The documents of an article: each passage with the headline. */
const documentsOf = ({ id, headline, version: { text, passages } }: Article) =>
  passages.map(({ start, end, ordinal }) => ({
    id: `${id} ${ordinal}`,
    text: text.slice(start, end),
    headline,
  }))

/** MiniSearch as it is shipped. */
export function openPlainMiniSearch(): Engine {
  const index = new MiniSearch({ fields: ['text', 'headline'] })
  return {
    name: 'MiniSearch as shipped',
    add: (article) => index.addAll(documentsOf(article)),
    find: (text) => index.search(text).slice(0, LIMIT),
  }
}

/** MiniSearch with the stems and the stop words that Readback has. */
export function openStemmedMiniSearch(): Engine {
  const tokenize = (text: string) => tokens(text).flatMap(({ term, stop }) => (stop ? [] : [term]))
  const index = new MiniSearch({ fields: ['text', 'headline'], tokenize, processTerm: (term) => term })
  return {
    name: 'MiniSearch with stems and stop words',
    add: (article) => index.addAll(documentsOf(article)),
    find: (text) => index.search(text).slice(0, LIMIT),
  }
}

/** SQLite's full-text index with its own stems. */
export function openFts5(): Engine {
  const db = new DatabaseSync(':memory:')
  db.exec("CREATE VIRTUAL TABLE passages USING fts5 (text, headline, tokenize = 'porter unicode61')")
  const insert = db.prepare('INSERT INTO passages VALUES (?, ?)')
  const select = db.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?')
  return {
    name: 'SQLite FTS5',
    add(article) {
      db.exec('BEGIN')
      for (const { text, headline } of documentsOf(article)) insert.run(text, headline)
      db.exec('COMMIT')
    },
    find: (text) => select.all(matchOf(text), LIMIT),
  }
}

const matchOf = (text: string) =>
  tokens(text)
    .filter(({ stop }) => !stop)
    .map(({ word }) => `"${word}"`)
    .join(' OR ')
