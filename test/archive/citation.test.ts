import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import { citer } from '../../src/archive/citation.ts'
import { linesOf, story } from '../story.ts'

const { keys: _, source: __, blocks: ___, text, ...facts } = story()
const article: Article = {
  ...facts,
  id: 'ferry/1',
  version: { number: 3, savedAt: '2026-01-14T12:00:00.000Z', text, ...linesOf(text) },
}
const [, passage] = article.version.passages

describe('a citation', () => {
  it('leads to the reader at the version quoted, where that has a public address', () => {
    if (!passage) throw new Error('The story has two passages.')
    const { link, reader } = citer('https://reader.bell.example')(article, passage, 'Not today,')
    expect(reader).toBe('https://reader.bell.example/articles/ferry%2F1/v/3#p2')
    expect(link).toBe('https://bell.example/ferry#:~:text=Not%20today%2C')
    expect(citer(null)(article, passage, 'Not today,').reader).toBeNull()
  })
})
