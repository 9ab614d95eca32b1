import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Story } from '../../src/archive/article.ts'
import { linesOf, story } from '../story.ts'

/** What every archive does, whatever keeps it. `open` makes a new, empty one. */
export function describeArchive(name: string, open: () => Promise<Archive>): void {
  describe(`${name}, as an archive`, () => {
    let archive: Archive
    beforeEach(async () => {
      archive = await open()
    })
    afterEach(() => archive.close())

    const keep = (kept: Story) => archive.keep(kept, linesOf(kept.text))
    const ids = async () => (await Array.fromAsync(archive.articles())).map((article) => article.id)

    it('keeps a story whole: facts, words, passages', async () => {
      const { outcome, article } = await keep(story())
      expect(outcome).toBe('added')
      expect(article).toMatchObject({ headline: 'Ferry stays in harbour', authors: ['Ines Okafor'] })
      expect(article.version).toMatchObject({ number: 1, text: story().text, ...linesOf(story().text) })
      expect(await archive.article(article.id)).toEqual(article)
    })

    it('does nothing with the same story twice', async () => {
      expect(await archive.holds(story())).toBe(false)
      const { article } = await keep(story())
      const edition = await archive.edition()
      expect(await archive.holds(story())).toBe(true)
      expect(await keep(story())).toEqual({ outcome: 'unchanged', article })
      expect(await archive.edition()).toBe(edition)
    })

    it.each([
      ['words', { text: 'The ferry sails again.' }],
      ['facts', { correction: 'An earlier version named the wrong ferry.', status: 'corrected' }],
    ] as const)('adds a version when the %s change, and keeps the old one', async (_, change) => {
      const { article: old } = await keep(story())
      const edition = await archive.edition()
      const { outcome, article } = await keep(story(change))
      expect(outcome).toBe('changed')
      expect(article).toMatchObject({ id: old.id, version: { number: 2 } })
      expect(await archive.article(old.id)).toEqual(article)
      expect(await archive.article(old.id, 1)).toEqual(old)
      expect(await archive.edition()).not.toBe(edition)
    })

    it('goes back to earlier words as a third version', async () => {
      await keep(story())
      await keep(story({ text: 'The ferry sails again.' }))
      expect((await keep(story())).article.version.number).toBe(3)
    })

    it('takes a story under two paths as one article, by its URL', async () => {
      await keep(story())
      const copy = story({
        text: 'The ferry sails.',
        keys: ['url:https://bell.example/ferry', 'file:/copy.html'],
      })
      expect((await keep(copy)).outcome).toBe('changed')
      expect(await archive.holds(story())).toBe(true)
      expect(await ids()).toHaveLength(1)
    })

    it('takes a story under two paths as one article, by its words', async () => {
      const bare = { url: null, headlineFrom: 'first sentence' } as const
      const { article } = await keep(story({ ...bare, keys: ['file:/a.txt'] }))
      const copy = story({ ...bare, keys: ['file:/b.txt'] })
      expect(await keep(copy)).toEqual({ outcome: 'unchanged', article })
      expect(await archive.holds(copy)).toBe(true)
    })

    it.each([{ status: 'killed' }, { status: 'retracted' }, { embargoUntil: '9999-01-01' }] as const)(
      'takes it from a copy that a story is no longer to be quoted: %j',
      async (facts) => {
        const bare = { url: null, headlineFrom: 'first sentence' } as const
        await keep(story({ ...bare, keys: ['file:/a.txt'] }))
        const { outcome, article } = await keep(story({ ...bare, ...facts, keys: ['file:/b.md'] }))
        expect(outcome).toBe('changed')
        expect(article).toMatchObject(facts)
        expect((await keep(story({ ...bare, keys: ['file:/c.txt'] }))).outcome).toBe('unchanged')
        expect(await ids()).toHaveLength(1)
      },
    )

    it('keeps the same words at two URLs as two articles', async () => {
      await keep(story())
      const wire = { url: 'https://wire.example/1', keys: ['url:https://wire.example/1', 'file:/wire.md'] }
      expect((await keep(story(wire))).outcome).toBe('added')
      expect(await ids()).toHaveLength(2)
    })

    it('takes another story saved over an old file as a new article', async () => {
      await keep(story())
      const next = {
        url: 'https://bell.example/next',
        text: 'Next day.',
        keys: ['url:https://bell.example/next', 'file:/coverage/ferry.md'],
      }
      expect((await keep(story(next))).outcome).toBe('added')
    })

    it('walks through all articles in the order of their ids', async () => {
      for (let n = 0; n < 250; n++)
        await keep(
          story({ url: null, text: `Story ${n}.`, headline: `Story ${n}`, keys: [`file:/${n}.txt`] }),
        )
      const walked = await ids()
      expect(walked).toHaveLength(250)
      expect(walked).toEqual(walked.toSorted())
    })

    it('reads again what an older edition of the reader read, and only that', async () => {
      const { article } = await keep(story())
      const edition = await archive.edition()
      const reader = (text: string) => ({
        ...linesOf(text),
        edition: 2,
        passages: linesOf(text).passages.slice(1),
      })
      expect(await archive.reread(2, reader)).toBe(1)
      const again = await archive.article(article.id)
      expect(again?.version).toMatchObject({ number: 1, edition: 2, passages: [{ ordinal: 2 }] })
      expect(await archive.edition()).not.toBe(edition)
      expect(await archive.reread(2, reader)).toBe(0)
    })

    it('knows nothing of an id it was never given', async () => {
      expect(await archive.article('no-such-story')).toBeNull()
      const { article } = await keep(story())
      expect(await archive.article(article.id, 7)).toBeNull()
    })

    it('shares its edition with no other archive', async () => {
      const other = await open()
      expect(await other.edition()).not.toBe(await archive.edition())
      await other.close()
    })
  })
}
