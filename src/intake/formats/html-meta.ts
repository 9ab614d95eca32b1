// Reads the meta tags of a web page.
import type { Page } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import type { Candidate } from './candidate.ts'

/** Returns the contents of the meta tags with a name, which may stand in any of three attributes. */
export type Meta = (name: string) => string[]

/** Reads the meta tags of a page. Names are compared in small letters; entities that were escaped twice are decoded. */
export function metaOf(page: Page): Meta {
  const contents = new Map<string, string[]>()
  for (const tag of page.querySelectorAll('meta')) {
    const content = tag.getAttribute('content')?.trim()
    if (!content) continue
    for (const kind of ['property', 'name', 'itemprop']) {
      const name = tag.getAttribute(kind)?.toLowerCase()
      if (name) contents.set(name, [...(contents.get(name) ?? []), unescapeHtml(content)])
    }
  }
  return (name) => contents.get(name.toLowerCase()) ?? []
}

/** Returns the contents of meta tags as candidates for a fact, in the order of the names. */
export const fromMeta = (meta: Meta, names: string[]): Candidate<string>[] =>
  names.flatMap((name) => meta(name).map((value) => ({ value, from: `meta ${name}` })))

/**
 * Returns text with its HTML entities decoded: many sites escape the strings in their JSON-LD as if they were
 * HTML.
 */
export const unescapeHtml = (words: string): string =>
  /&#?\w+;/u.test(words) ? (parsePage(words.replaceAll('<', '&lt;'), '').body.textContent ?? words) : words
