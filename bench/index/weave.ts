// Weaves articles out of the paragraphs of others, so that an index can be measured at any size.
import type { Article, Quotation } from '../../src/archive/article.ts'

/** A paragraph with its quotations, whose offsets count from its beginning. */
type Paragraph = { text: string; quotations: Quotation[] }

/** So many paragraphs make an article, and so many in a row come from one source: as in news of some 800 words. */
const PARAGRAPHS = 21
const IN_A_ROW = 4

/** Days over which the articles are spread. */
const DAYS = 7000
const FIRST_DAY = Date.UTC(2006, 0, 1)
const DAY_MS = 86_400_000

/** Yields so many articles, always the same ones. */
export function* weave(sources: Article[], count: number): Generator<Article> {
  const texts = sources.map(paragraphsOf)
  const random = randomFrom(7)
  const any = <Item>(items: Item[]) => items[Math.floor(random() * items.length)] as Item
  for (let n = 0; n < count; n++) {
    const paragraphs: Paragraph[] = []
    while (paragraphs.length < PARAGRAPHS) {
      const source = any(texts)
      const from = Math.floor(random() * source.length)
      paragraphs.push(...source.slice(from, from + IN_A_ROW).slice(0, PARAGRAPHS - paragraphs.length))
    }
    const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY_MS).toISOString().slice(0, 10)
    yield articleOf({ ...any(sources), id: `story-${n}`, url: null, publishedAt: day }, paragraphs)
  }
}

function paragraphsOf({ version: { text, passages, quotations } }: Article): Paragraph[] {
  return passages.map(({ start, end }) => ({
    text: text.slice(start, end),
    quotations: quotations
      .filter((one) => one.within === null && one.start >= start && one.end <= end)
      .map((one) => ({ ...one, ...moved(one, -start), attribution: null, continues: null })),
  }))
}

function articleOf(model: Article, paragraphs: Paragraph[]): Article {
  const passages: Article['version']['passages'] = []
  const quotations: Quotation[] = []
  let text = ''
  for (const [i, paragraph] of paragraphs.entries()) {
    const start = text.length
    text += `${paragraph.text}\n`
    passages.push({ start, end: text.length - 1, ordinal: i + 1, kind: 'paragraph', post: null })
    for (const one of paragraph.quotations)
      quotations.push({ ...one, ...moved(one, start), ordinal: quotations.length + 1 })
  }
  return { ...model, version: { ...model.version, number: 1, text, passages, quotations } }
}

const moved = ({ start, end }: Quotation, by: number) => ({ start: start + by, end: end + by })

/** Numbers from 0 to 1 that look like chance, and are the same each time: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
