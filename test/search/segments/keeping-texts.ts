import type { Article } from '../../../src/archive/article.ts'
import type { WritableIndex } from '../../../src/search/search-index.ts'
import { openSegmentIndex } from '../../../src/search/segments/segment-index.ts'

/** An index over segments that has the texts of what was put into it, and seals what is live at so many passages. */
export function keepingTexts(now: () => Date, maxLive?: number): WritableIndex {
  const texts = new Map<string, string>()
  const index = openSegmentIndex({
    now,
    textOf: (id, version) => texts.get(`${id} ${version}`) ?? null,
    ...(maxLive && { maxLive }),
  })
  return {
    ...index,
    put(article: Article) {
      texts.set(`${article.id} ${article.version.number}`, article.version.text)
      return index.put(article)
    },
  }
}
