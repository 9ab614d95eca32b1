import { Readability } from '@mozilla/readability'
import type { Copy } from './copy.ts'
import type { PageNode } from './dom.ts'
import { parsePage } from './dom.ts'
import { setGalley } from './galley.ts'
import { statedByPage } from './page-facts.ts'
import { paragraphsOfPage } from './page-text.ts'

/** Reads a page that was saved from a site: what it states of its story, and the article's words without the rest. */
export function readPage(html: string, file: string): Copy {
  const stated = statedByPage(parsePage(html, file))
  const page = parsePage(html, file)
  const article = new Readability<PageNode>(page as never, { serializer: (node) => node as never }).parse()
  const galley = setGalley(article?.content ? paragraphsOfPage(article.content) : [])
  return { ...galley, stated: { ...stated, headline: stated.headline ?? article?.title }, source: html }
}
