// Erases stories from the database, and knows them again by fingerprints without words.

import type { Erased, Erasure } from './archive.ts'
import type { Facts, Story } from './article.ts'
import type { Readings } from './readings.ts'
import type { Statements } from './statements.ts'
import {
  erasedId,
  isFileKey,
  isProviderKey,
  isUrlKey,
  keyFingerprint,
  storyFingerprint,
  textFingerprint,
} from './story-identity.ts'

/** The erased stories of a database. */
export type Erasures = {
  /** The id of the erased article that a story's keys name; undefined for any other story. */
  byKey(story: Story): string | undefined
  /** The same, by its text. */
  byText(story: Story): string | undefined
  /** Whether an article of this id, or with one of these keys, was erased. */
  isErased(article: { id: string; keys: string[] }): boolean
  /** Adds an erased article that this archive never had, known by its fingerprints. */
  add(id: string, fingerprints: string[], erasure: Erasure): void
  /** Replaces an article by one without words. */
  erase(id: string, erasure: Erasure): Erased
  /** Gives an erased article an id without words, and returns it. */
  rename(id: string): string
}

/** What an erased article says of itself: it is shown nowhere. */
const ERASED = { text: '', blocks: [] }
const ERASED_FACTS: Facts = {
  ...{ headline: 'Erased', headlineFrom: 'source', outlet: null, authors: [], publishedAt: null },
  ...{ updatedAt: null, url: null, section: null, status: 'killed', embargoUntil: null, correction: null },
}
/** What stands for the reason of a decision on an erased story. */
const ERASED_REASON = 'erased'

export function openErasures({ all, get, run }: Statements, readings: Readings): Erasures {
  const articleIdOf = (fingerprint: string) =>
    get('SELECT article_id AS id FROM erased WHERE fingerprint = ?', fingerprint)?.id as string | undefined

  function remember(id: string, fingerprints: string[]) {
    for (const fingerprint of fingerprints)
      run('INSERT OR IGNORE INTO erased (fingerprint, article_id) VALUES (?, ?)', fingerprint, id)
  }

  const articlesOfText = (print: string) =>
    all(
      'SELECT v.article_id AS id FROM texts t JOIN versions v ON v.text_id = t.id WHERE t.print = ?',
      print,
    ).map(({ id }) => String(id))

  const textFingerprintOf = (textId: number) =>
    String(get('SELECT print FROM texts WHERE id = ?', textId)?.print)

  function removeVersions(id: string, textIds: number[]) {
    run('DELETE FROM keys WHERE article_id = ?', id)
    run('DELETE FROM versions WHERE article_id = ?', id)
    for (const text of textIds) readings.remove(text)
    run('UPDATE decisions SET reason = ? WHERE article_id = ?', ERASED_REASON, id)
  }

  function addEmptyVersion(id: string, { reason, by, at }: Erasure) {
    const number = 1 + Number(get('SELECT newest FROM articles WHERE id = ?', id)?.newest)
    const text = readings.add(id, ERASED, { edition: 1, passages: [], quotations: [] })
    const print = storyFingerprint({ ...ERASED_FACTS, ...ERASED, source: null, keys: [id] })
    run(
      'INSERT INTO versions (article_id, number, saved_at, print, text_id, facts, source) VALUES (?, ?, ?, ?, ?, ?, NULL)',
      ...[id, number, at, print, text, JSON.stringify(ERASED_FACTS)],
    )
    run('UPDATE articles SET newest = ? WHERE id = ?', number, id)
    const insert = 'INSERT INTO erasures (article_id, reason, made_by, made_at) VALUES (?, ?, ?, ?)'
    run(insert, id, reason, by, at)
  }

  return {
    byKey: (story) =>
      keysOf(story)
        .map((key) => articleIdOf(keyFingerprint(key)))
        .find((id) => id !== undefined),
    byText: (story) => articleIdOf(textFingerprint(story)),
    isErased({ id, keys }) {
      const erased = 'SELECT 1 FROM erasures WHERE article_id IN (?, ?)'
      const lasting = keys.filter((key) => !isFileKey(key)).map(keyFingerprint)
      return get(erased, id, erasedId(id)) !== undefined || lasting.some((print) => articleIdOf(print))
    },
    add(id, fingerprints, erasure) {
      run('INSERT INTO articles (id, newest) VALUES (?, 0)', id)
      remember(id, fingerprints)
      addEmptyVersion(id, erasure)
    },
    erase(id, erasure) {
      const keys = all('SELECT key FROM keys WHERE article_id = ?', id).map(({ key }) => String(key))
      const texts = all('SELECT DISTINCT text_id FROM versions WHERE article_id = ?', id)
      const textIds = texts.map(({ text_id }) => Number(text_id))
      const prints = textIds.map(textFingerprintOf)
      remember(id, [...keys.map(keyFingerprint), ...prints])
      removeVersions(id, textIds)
      addEmptyVersion(id, erasure)
      return { keys, copies: [...new Set(prints.flatMap(articlesOfText))] }
    },
    rename(id) {
      const to = erasedId(id)
      run('PRAGMA defer_foreign_keys = ON')
      run('UPDATE articles SET id = ? WHERE id = ?', to, id)
      for (const table of ['versions', 'decisions', 'erasures', 'erased'])
        run(`UPDATE ${table} SET article_id = ? WHERE article_id = ?`, to, id)
      return to
    },
  }
}

/** A file's path counts only for a story that nothing else names, as another story can be saved there. */
function keysOf({ keys }: Story): string[] {
  const isNamed = keys.some((key) => isProviderKey(key) || isUrlKey(key))
  return isNamed ? keys.filter((key) => !isFileKey(key)) : keys
}
