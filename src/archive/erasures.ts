// Erases stories from the database, and knows them again by fingerprints without words.

import type { Erasure } from './archive.ts'
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
  /** The id of the erased article that a story was; undefined for any other story. */
  articleOf(story: Story): string | undefined
  /** Replaces an article by one without words, and returns the keys that it had. */
  erase(id: string, erasure: Erasure): string[]
  /** Gives an erased article an id without words, and returns it. */
  rename(id: string): string
}

/** What an erased article says of itself: it is shown nowhere. */
const ERASED_TEXT = ''
const ERASED_FACTS: Facts = {
  ...{ headline: 'Erased', headlineFrom: 'source', outlet: null, authors: [], publishedAt: null },
  ...{ updatedAt: null, url: null, section: null, status: 'killed', embargoUntil: null, correction: null },
}
/** What stands for the reason of a decision on an erased story. */
const ERASED_REASON = 'erased'

export function openErasures({ all, get, run }: Statements, readings: Readings): Erasures {
  const articleIdOf = (fingerprint: string) =>
    get('SELECT article_id AS id FROM erased WHERE fingerprint = ?', fingerprint)?.id as string | undefined

  function remember(id: string, keys: string[], textIds: number[]) {
    const texts = textIds.map((text) => String(get('SELECT print FROM texts WHERE id = ?', text)?.print))
    for (const fingerprint of [...keys.map(keyFingerprint), ...texts])
      run('INSERT OR IGNORE INTO erased (fingerprint, article_id) VALUES (?, ?)', fingerprint, id)
  }

  function removeVersions(id: string, textIds: number[]) {
    run('DELETE FROM keys WHERE article_id = ?', id)
    run('DELETE FROM versions WHERE article_id = ?', id)
    for (const text of textIds) readings.remove(text)
    run('UPDATE decisions SET reason = ? WHERE article_id = ?', ERASED_REASON, id)
  }

  function addEmptyVersion(id: string, at: string) {
    const number = 1 + Number(get('SELECT newest FROM articles WHERE id = ?', id)?.newest)
    const text = readings.add(ERASED_TEXT, [], { edition: 1, passages: [], quotations: [] })
    const print = storyFingerprint({
      ...ERASED_FACTS,
      text: ERASED_TEXT,
      blocks: [],
      source: null,
      keys: [id],
    })
    run(
      'INSERT INTO versions (article_id, number, saved_at, print, text_id, facts, source) VALUES (?, ?, ?, ?, ?, ?, NULL)',
      ...[id, number, at, print, text, JSON.stringify(ERASED_FACTS)],
    )
    run('UPDATE articles SET newest = ? WHERE id = ?', number, id)
  }

  return {
    articleOf(story) {
      const known = fingerprintsOf(story).map(articleIdOf)
      return known.find((id) => id !== undefined)
    },
    erase(id, { reason, by, at }) {
      const keys = all('SELECT key FROM keys WHERE article_id = ?', id).map(({ key }) => String(key))
      const texts = all('SELECT DISTINCT text_id FROM versions WHERE article_id = ?', id)
      const textIds = texts.map(({ text_id }) => Number(text_id))
      remember(id, keys, textIds)
      removeVersions(id, textIds)
      addEmptyVersion(id, at)
      run(
        'INSERT INTO erasures (article_id, reason, made_by, made_at) VALUES (?, ?, ?, ?)',
        ...[id, reason, by, at],
      )
      return keys
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
function fingerprintsOf(story: Story): string[] {
  const isNamed = story.keys.some((key) => isProviderKey(key) || isUrlKey(key))
  const keys = isNamed ? story.keys.filter((key) => !isFileKey(key)) : story.keys
  return [...keys.map(keyFingerprint), textFingerprint(story)]
}
