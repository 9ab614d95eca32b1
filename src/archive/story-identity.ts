// Identifies stories: fingerprints, kinds of keys, and ids for new articles.
import { hash } from 'node:crypto'
import { Facts, type Story } from './article.ts'

const sha256 = (words: string) => hash('sha256', words)

/** Returns the SHA-256 of a story's text alone, in hex. */
export const textFingerprint = (story: Pick<Story, 'text'>) => sha256(story.text)

/** Returns the SHA-256 of a key, in hex: what is left of the keys of an erased story. */
export const keyFingerprint = (key: string) => sha256(key)

/** Returns the id that an erased article goes by, which has no word of its headline. */
export const erasedId = (id: string) => `erased-${sha256(id).slice(0, 12)}`

/**
 * Returns the SHA-256 (hex) of text, markup and facts. Two stories with the same fingerprint are the same version.
 * The dates of a story from a source (`from:`) are left out: feeds move them without changing a word.
 */
export function storyFingerprint(story: Story): string {
  const facts = Facts.parse(story)
  const { publishedAt, updatedAt, ...undated } = facts
  const stated = isFromSource(story) ? undated : facts
  return sha256(JSON.stringify([story.text, story.blocks, stated]))
}

/** Returns the key of a story's origin (`file:…` or `from:…`): the last of its keys. */
export const originKeyOf = ({ keys }: Story): string => keys.at(-1) ?? ''

const isFromSource = (story: Story) => originKeyOf(story).startsWith('from:')

/** The most characters of a slug, which is cut after a whole word. */
const MAX_SLUG_CHARS = 48

/**
 * Returns the id for a new article: its headline as a slug, and six hex digits of the hash of its URL (or its text),
 * so that a story gets the same id on every machine. `count` is 0, or how many articles have that id already.
 * Example: `mayor-denies-delay-3fa9c1`, then `mayor-denies-delay-3fa9c1-2`.
 */
export function articleId(story: Story, count: number): string {
  const known = story.keys.find(isUrlKey) ?? story.text
  const id = `${slug(story.headline)}-${sha256(known).slice(0, 6)}`
  return count ? `${id}-${count + 1}` : id
}

/** Whether a key is a provider's id of a story (`id:`, `guid:`), which stays when the URL changes. */
export const isProviderKey = (key: string) => key.startsWith('id:') || key.startsWith('guid:')

/** Whether a key is the path of a file, where another story can be saved later. */
export const isFileKey = (key: string) => key.startsWith('file:')

/** Whether a key is a story's public URL; two stories with different URLs are never one article. */
export const isUrlKey = (key: string) => key.startsWith('url:')

function slug(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['story']
  return words
    .reduce((slug, word) => (slug.length + word.length < MAX_SLUG_CHARS ? `${slug}-${word}` : slug))
    .slice(0, MAX_SLUG_CHARS)
}
