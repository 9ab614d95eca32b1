import { createHash } from 'node:crypto'
import { Facts, type Story } from './article.ts'

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

/** The print of a story's words alone. */
export const textPrint = (story: Story) => sha256(story.text)

/**
 * The print of all that makes a version: words, markup and facts. Two stories with one print are the same version.
 * The dates of a story that came by itself are no part of it: feeds move them without changing a word.
 */
export function storyPrint(story: Story): string {
  const { publishedAt, updatedAt, ...facts } = Facts.parse(story)
  const stated = isByItself(story) ? facts : Facts.parse(story)
  return sha256(JSON.stringify([story.text, story.blocks, stated]))
}

/** The key of where a story came from this time: the last of them. */
export const originOf = ({ keys }: Story): string => keys.at(-1) ?? ''

const isByItself = (story: Story) => originOf(story).startsWith('from:')

/** A slug is cut after the last whole word within this many characters. */
const SLUG = 48

/**
 * The id for a new article: its headline as a slug, and six hex digits of what it is known by (its URL, or its
 * words), so that the same story gets the same id on every machine. `count` tells apart what would share one.
 */
export function articleId(story: Story, count: number): string {
  const known = story.keys.find(isUrl) ?? story.text
  const id = `${slug(story.headline)}-${sha256(known).slice(0, 6)}`
  return count ? `${id}-${count + 1}` : id
}

/** Whether a key is a provider's own name of a story, which outlives its address. */
export const isName = (key: string) => key.startsWith('id:') || key.startsWith('guid:')

/** Whether a key names a story's public address: two stories with different ones are never one article. */
export const isUrl = (key: string) => key.startsWith('url:')

function slug(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['story']
  return words
    .reduce((slug, word) => (slug.length + word.length < SLUG ? `${slug}-${word}` : slug))
    .slice(0, SLUG)
}
