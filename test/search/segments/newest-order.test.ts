import { expect, it } from 'vitest'
import { tell } from '../../coverage.ts'
import { keepingTexts } from './keeping-texts.ts'

const now = () => new Date('2026-03-11T12:00:00')

it.each([1, 3, 2_000])(
  'stories stay in their order while they come, change and go, sealed at %i passages',
  async (maxLive) => {
    const index = keepingTexts(now, maxLive)
    const inOrder = async () => {
      const { hits } = await index.passages({ words: [], speakers: [], articles: null, limit: 99 })
      return hits.map(({ piece }) => piece.articleId).join('')
    }
    const put = (id: string, publishedAt: string | null) => index.put(tell(id, ['Gulls.'], { publishedAt }))
    await put('a', '2026-03-01')
    await put('b', null)
    await put('c', '2026-03-02')
    expect(await inOrder()).toBe('cab')
    await put('d', '2026-03-01T00:00:00Z')
    await put('e', null)
    expect(await inOrder()).toBe('cadbe')
    await put('a', '2026-03-01')
    expect(await inOrder()).toBe('cadbe')
    await put('a', '2026-03-03')
    await index.remove('d')
    expect(await inOrder()).toBe('acbe')
    await put('d', '2026-03-01')
    await put('f', '2026-03-01')
    expect(await inOrder()).toBe('acdfbe')
  },
)
