import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Article, Quotation, Story } from '../../src/archive/article.ts'
import type { Ruling } from '../../src/archive/decision.ts'
import { excerptOf } from '../../src/archive/excerpt.ts'
import { linesOf, readingOf, story } from '../story.ts'

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

    it('is empty until a story is kept', async () => {
      expect(await archive.isEmpty()).toBe(true)
      await keep(story({ status: 'killed' }))
      expect(await archive.isEmpty()).toBe(false)
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

    it('takes a story whose address changed as one article, by the name its provider gives it', async () => {
      const keys = (url: string) => ['guid:bell.example#12', `url:${url}`, 'from:bell guid:bell.example#12']
      const moved = 'https://bell.example/ferry-sails'
      await keep(story({ keys: keys('https://bell.example/ferry') }))
      const { outcome, article } = await keep(
        story({ url: moved, text: 'The ferry sails.', keys: keys(moved) }),
      )
      expect([outcome, article.url, article.version.number]).toEqual(['changed', moved, 2])
      expect(await ids()).toHaveLength(1)
    })

    it('takes a story of two sources as one article, and its versions once each', async () => {
      const feed = story({ keys: ['url:https://bell.example/ferry', 'from:feed ferry'] })
      const page = story({
        text: 'The ferry stays.',
        keys: ['url:https://bell.example/ferry', 'from:map ferry'],
      })
      const outcomes = []
      for (const one of [feed, page, feed, page, feed]) outcomes.push((await keep(one)).outcome)
      expect(outcomes).toEqual(['added', 'changed', 'unchanged', 'unchanged', 'unchanged'])
    })

    it('takes no new date for a change where a story came by itself', async () => {
      const keys = ['url:https://bell.example/ferry', 'from:feed ferry']
      await keep(story({ keys }))
      const bumped = { publishedAt: '2026-03-01', updatedAt: '2026-03-01', keys }
      expect(await archive.holds(story(bumped))).toBe(true)
      expect((await keep(story(bumped))).outcome).toBe('unchanged')
    })

    it.each([
      ['killed', { status: 'killed' }],
      ['embargoed', { embargoUntil: '2999-01-01T00:00:00Z' }],
    ] as const)('lets no other source show a story that is %s', async (_, kept) => {
      const url = 'url:https://bell.example/ferry'
      const wire = { keys: ['id:urn:12', url, 'from:wire urn:12'] }
      const feed = { keys: [url, 'from:feed ferry'], text: 'The ferry stays, says the feed.' }
      await keep(story(wire))
      const { article } = await keep(story({ ...wire, ...kept }))
      expect(await keep(story(feed))).toEqual({ outcome: 'unchanged', article })
      expect(await keep(story({ ...feed, text: 'It stays.' }))).toEqual({ outcome: 'unchanged', article })
      expect((await keep(story({ ...wire, text: 'It sails.' }))).article).toMatchObject({ status: 'usable' })
      expect((await keep(story({ ...feed, text: 'It sails!' }))).outcome).toBe('changed')
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

    it('has the text of a version, and null for one that is not there', async () => {
      const { article } = await keep(story())
      await keep(story({ text: 'The ferry sails again.' }))
      expect([1, 2, 3].map((number) => archive.text(article.id, number))).toEqual([
        ...[story().text, 'The ferry sails again.', null],
      ])
    })

    it('walks through the articles that state an embargo at their newest version', async () => {
      const embargoUntil = '2026-02-01T06:00:00Z'
      const other = (n: number) => ({ url: null, text: `Story ${n}.`, keys: [`file:/${n}`] })
      await keep(story({ ...other(1) }))
      const { article } = await keep(story({ ...other(2), embargoUntil }))
      await keep(story({ ...other(3), embargoUntil }))
      await keep(story({ ...other(3), headline: 'Lifted' }))
      expect((await Array.fromAsync(archive.embargoed())).map(({ id }) => id)).toEqual([article.id])
    })

    it('goes on with a walk after the article that it came to', async () => {
      for (let n = 0; n < 3; n++) await keep(story({ url: null, text: `Story ${n}.`, keys: [`file:/${n}`] }))
      const [first, ...others] = await ids()
      expect((await Array.fromAsync(archive.articles(first))).map(({ id }) => id)).toEqual(others)
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

    it('knows what another edition of the reader read, and takes a new reading of it', async () => {
      const { article } = await keep(story({ language: 'en' }))
      const edition = await archive.edition()
      const [stale = 0, ...more] = await archive.staleTexts(2)
      expect(more).toEqual([])
      const { text, blocks, language, authors } = story({ language: 'en' })
      const toRead = await archive.textToRead(stale)
      expect(toRead).toEqual({ id: stale, text, blocks, context: { language, authors } })
      if (!toRead) throw new Error('There was no text to read.')
      const { passages, quotations } = linesOf(text)
      const reading = { edition: 2, passages: passages.slice(1), quotations }
      expect(await archive.replaceReading(toRead, reading)).toBe(true)
      const again = await archive.article(article.id)
      expect(again?.version).toMatchObject({ number: 1, edition: 2, passages: [{ ordinal: 2 }] })
      expect(await archive.edition()).not.toBe(edition)
      expect(await archive.staleTexts(2)).toEqual([])
    })

    it('takes no reading of a text that was erased meanwhile', async () => {
      const { article } = await keep(story())
      const [stale = 0] = await archive.staleTexts(2)
      const toRead = await archive.textToRead(stale)
      await archive.erase(article.id, { reason: 'a court', by: 'ines', at: '2026-02-01T09:00:00.000Z' })
      if (!toRead) throw new Error('There was no text to read.')
      expect(await archive.replaceReading(toRead, { ...linesOf(toRead.text), edition: 2 })).toBe(false)
      expect((await archive.article(article.id))?.version.passages).toEqual([])
    })

    const ruled = (ruling: Ruling, reason = 'The editor says so.') => ({
      ruling,
      reason,
      by: 'ines',
      at: '2026-02-01T09:00:00.000Z',
    })

    it.each([
      ['hold', { status: 'hold', correction: null }],
      ['kill', { status: 'killed', correction: null }],
      ['retract', { status: 'retracted', correction: 'The editor says so.' }],
      ['correct', { status: 'corrected', correction: 'The editor says so.' }],
      ['release', { status: 'usable', correction: null }],
      ['uncorrect', { status: 'usable', correction: null }],
    ] as const)('reads an article as a decision to %s leaves it', async (ruling, facts) => {
      const { article } = await keep(story())
      expect(await archive.decide(article.id, ruled(ruling))).toMatchObject(facts)
      expect(await archive.article(article.id)).toMatchObject(facts)
      expect(await archive.article(article.id, 1)).toMatchObject(facts)
      expect(await Array.fromAsync(archive.articles())).toMatchObject([facts])
    })

    it('lets a decision outweigh what a later version of the source says, until it is released', async () => {
      const { article } = await keep(story())
      await archive.decide(article.id, ruled('hold'))
      expect((await keep(story({ text: 'The ferry sails again.' }))).article.status).toBe('hold')
      expect(await archive.decide(article.id, ruled('release'))).toMatchObject({
        status: 'usable',
        version: { number: 2 },
      })
    })

    it.each([
      ['ends a hold, and no correction', ['correct', 'hold', 'release'], 'corrected', 'correct'],
      ['ends a kill, and no correction', ['correct', 'kill', 'release'], 'corrected', 'correct'],
      ['ends a retraction with its reason', ['correct', 'retract', 'release'], 'corrected', 'correct'],
      ['ends all of several', ['hold', 'kill', 'retract', 'release'], 'usable', null],
      ['ends no correction alone', ['correct', 'release'], 'corrected', 'correct'],
    ] as const)('%s when it is released', async (_, rulings, status, correction) => {
      const { article } = await keep(story())
      for (const ruling of rulings) await archive.decide(article.id, ruled(ruling, ruling))
      expect(await archive.article(article.id)).toMatchObject({ status, correction })
    })

    it.each([
      ['lifts no hold', ['hold', 'correct'], 'hold'],
      ['lifts no kill', ['kill', 'correct'], 'killed'],
      ['lifts no retraction', ['retract', 'correct'], 'retracted'],
      ['that is taken back lifts no hold', ['hold', 'correct', 'uncorrect'], 'hold'],
    ] as const)('a correction %s', async (_, rulings, status) => {
      const { article } = await keep(story())
      for (const ruling of rulings) await archive.decide(article.id, ruled(ruling, ruling))
      expect(await archive.article(article.id)).toMatchObject({ status })
    })

    it('ends a correction by hand when it is taken back, and leaves that of the source', async () => {
      const stated = { status: 'corrected', correction: 'It was 1987.' } as const
      const { article } = await keep(story(stated))
      await archive.decide(article.id, ruled('correct'))
      expect(await archive.decide(article.id, ruled('uncorrect'))).toMatchObject(stated)
    })

    it.each([
      ['correct', 'embargoed'],
      ['correct', 'hold'],
      ['correct', 'retracted'],
      ['retract', 'killed'],
      ['release', 'hold'],
      ['release', 'killed'],
      ['release', 'retracted'],
      ['release', 'unknown'],
    ] as const)(
      'lets no decision to %s show more of a story that its source calls %s',
      async (ruling, status) => {
        const { article } = await keep(story({ status }))
        expect(await archive.decide(article.id, ruled(ruling))).toMatchObject({ status })
      },
    )

    it('keeps every decision, with who made it, when and why', async () => {
      const { article } = await keep(story())
      const made = [ruled('hold', 'A name is in doubt.'), ruled('release', 'The name is right.')]
      for (const decision of made) await archive.decide(article.id, decision)
      expect(await archive.decisions(article.id)).toEqual(made)
    })

    it('decides nothing of an article that it does not have', async () => {
      expect(await archive.decide('no-such-story', ruled('kill'))).toBeNull()
    })

    it('tells what changed since an edition: new ones, new versions and decisions', async () => {
      const { article } = await keep(story())
      const other = await keep(story({ text: 'Bridge.', url: null, keys: ['file:/bridge.txt'] }))
      const before = await archive.edition()
      const changed = async () => {
        const all = archive.changedSince(before)
        return all && (await Array.fromAsync(all)).map(({ id }) => id)
      }
      expect(await changed()).toEqual([])
      await archive.decide(article.id, ruled('hold'))
      expect(await changed()).toEqual([article.id])
      await keep(story({ text: 'Bridge, again.', url: null, keys: ['file:/bridge.txt'] }))
      expect(await changed()).toEqual([article.id, other.article.id].toSorted())
      for (const never of ['', '7', `${before}0000`]) expect(archive.changedSince(never)).toBeNull()
    })

    it('walks through what comes after an id, all of it or what changed', async () => {
      const before = await archive.edition()
      for (const name of ['Anchor', 'Bridge', 'Crane', 'Dock'])
        await keep(story({ url: null, text: `${name}.`, headline: name, keys: [`file:/${name}.txt`] }))
      const [anchor = '', bridge = '', crane, dock] = await ids()
      const named = async (articles: AsyncIterable<Article> | null) =>
        (await Array.fromAsync(articles ?? [])).map(({ id }) => id)
      expect(await named(archive.articles(bridge))).toEqual([crane, dock])
      expect(await named(archive.changedSince(before, anchor))).toEqual([bridge, crane, dock])
    })

    const said = 'A “ferry ‘that sank’” is up.\n“No,” Quist said.\n“Yes.”'
    const quoted = readingOf(said)
    const nested = { ...quoted.quotations[0], ordinal: 2, start: 10, end: 19, within: 1 } as Quotation
    const [outer, ...rest] = quoted.quotations as [Quotation, ...Quotation[]]
    const later = rest.map((one, i) => ({ ...one, ordinal: i + 3 }))
    const [no, yes] = later as [Quotation, Quotation]
    const exchange: Quotation[] = [
      { ...no, asks: 4, answers: null, speakers: [] },
      { ...yes, asks: null, answers: 3, speakers: ['Mara Quist', 'Otto Brill'] },
    ]
    const reading = { ...quoted, quotations: [outer, nested, ...exchange] }

    it('keeps a quotation with all that is known of it', async () => {
      const { article } = await archive.keep(story({ text: said }), reading)
      expect(article.version.quotations).toEqual(reading.quotations)
    })

    it.each([
      [1, null, []],
      [1, 1, [1]],
      [1, 2, [1, 2]],
      [2, 3, [3, 4]],
      [3, 4, [3, 4]],
      [9, 9, []],
    ])('reads ¶%i with quotation %j as an excerpt of its article', async (passage, quotation, expected) => {
      const { article } = await archive.keep(story({ text: said }), reading)
      const place = { articleId: article.id, passage, quotation }
      const elsewhere = { ...place, articleId: 'no-such-story' }
      expect(await archive.excerpts([place, elsewhere])).toEqual([excerptOf(article, place), null])
      const ordinals = excerptOf(article, place).version.quotations.map(({ ordinal }) => ordinal)
      expect(ordinals).toEqual(expected)
    })

    it('knows an article by each of its keys', async () => {
      const { article } = await keep(story())
      for (const key of story().keys) expect(await archive.articleByKey(key)).toEqual(article)
      expect(await archive.articleByKey('file:/elsewhere.md')).toBeNull()
    })

    it('knows nothing of an id it was never given', async () => {
      expect(await archive.article('no-such-story')).toBeNull()
      const { article } = await keep(story())
      expect(await archive.article(article.id, 7)).toBeNull()
    })

    const erasure = { reason: 'A court says so.', by: 'ines', at: '2026-02-01T09:00:00.000Z' }

    it('erases a story with all its versions, and leaves a killed article without words', async () => {
      const { article } = await keep(story())
      await keep(story({ text: 'The ferry sails again.' }))
      await archive.decide(article.id, ruled('retract', 'The ferry never sailed.'))
      const before = await archive.edition()
      const erased = await archive.erase(article.id, erasure)
      expect({ ...erased, keys: erased?.keys.toSorted() }).toEqual({
        keys: story().keys.toSorted(),
        copies: [],
      })
      const left = await archive.article(article.id)
      expect(left).toMatchObject({
        status: 'killed',
        url: null,
        authors: [],
        version: { number: 3, text: '' },
      })
      expect(JSON.stringify([left, await archive.decisions(article.id)])).not.toMatch(/ferry [^s]|sail/iu)
      expect(await archive.article(article.id, 1)).toBeNull()
      expect(await Array.fromAsync(archive.changedSince(before) ?? [])).toEqual([left])
    })

    it.each([
      ['unchanged', {}],
      ['with other words', { text: 'The ferry is back.' }],
      ['with its words alone', { url: null, keys: ['file:/copy.txt'] }],
      [
        'from elsewhere by its address',
        { text: 'Back!', keys: ['url:https://bell.example/ferry', 'from:x 1'] },
      ],
    ] as [string, Partial<Story>][])('never takes in an erased story again, %s', async (_, change) => {
      const { article } = await keep(story())
      await archive.erase(article.id, erasure)
      expect(await archive.holds(story(change))).toBe(true)
      expect(await keep(story(change))).toMatchObject({ outcome: 'unchanged', article: { id: article.id } })
      expect(await ids()).toEqual([article.id])
    })

    it('takes in another story that stands where an erased one stood', async () => {
      const { article } = await keep(story())
      await archive.erase(article.id, erasure)
      const other = {
        url: 'https://bell.example/next',
        text: 'Next day.',
        keys: ['url:https://bell.example/next', 'file:/coverage/ferry.md'],
      }
      expect((await keep(story(other))).outcome).toBe('added')
    })

    it('names the copies of an erased story, which go on as they were', async () => {
      const { article } = await keep(story())
      const wire = { url: 'https://wire.example/1', keys: ['url:https://wire.example/1', 'file:/wire.md'] }
      const copy = await keep(story(wire))
      expect(await archive.erase(article.id, erasure)).toMatchObject({ copies: [copy.article.id] })
      expect((await keep(story({ ...wire, status: 'killed' }))).outcome).toBe('changed')
    })

    it('gives an erased story an id without its headline', async () => {
      const { article } = await keep(story())
      await archive.erase(article.id, erasure)
      const before = await archive.edition()
      const id = await archive.renameErased(article.id)
      expect(id).toMatch(/^erased-[0-9a-f]{12}$/)
      expect(await archive.article(article.id)).toBeNull()
      expect(await archive.article(id)).toMatchObject({ id, status: 'killed' })
      expect(await keep(story())).toMatchObject({ outcome: 'unchanged', article: { id } })
      expect(await archive.edition()).toBe(before)
    })

    it('erases nothing of an article that it does not have', async () => {
      expect(await archive.erase('no-such-story', erasure)).toBeNull()
    })

    it('shares its edition with no other archive', async () => {
      const other = await open()
      expect(await other.edition()).not.toBe(await archive.edition())
      await other.close()
    })
  })
}
