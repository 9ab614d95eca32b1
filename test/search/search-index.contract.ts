// The contract of a search index: tests that every implementation must pass.
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Query, WritableIndex } from '../../src/search/search-index.ts'
import { tokens } from '../../src/search/text/tokenize.ts'
import { council, ferry, tell, town } from '../coverage.ts'

/** What any search index does. */
export function describeSearchIndex(name: string, open: () => WritableIndex | Promise<WritableIndex>) {
  describe(name, () => {
    let index: WritableIndex
    beforeEach(async () => {
      index = await open()
      for (const article of town) await index.put(article)
    })

    const ask = (text: string, others: Partial<Query> = {}): Query => ({
      words: tokens(text).map(({ word, term }) => ({ word, term })),
      speakers: [],
      articles: new Set(town.map(({ id }) => id)),
      limit: 10,
      ...others,
    })
    const passages = async (text: string, others?: Partial<Query>) =>
      (await index.passages(ask(text, others))).hits.map(({ piece }) => `${piece.articleId} ${piece.ordinal}`)
    const quotations = async (text: string, others?: Partial<Query>) =>
      (await index.quotations(ask(text, others))).hits.map(({ piece }) => piece.text)

    it('finds the passage that has the words first', async () => {
      expect((await passages('whale noon'))[0]).toBe('whale 1')
    })

    it.each([
      ['hardcore', 'ferry 4'],
      ['hard core', 'ferry 4'],
      ['hard-core', 'ferry 4'],
      ['2000 crates', 'ferry 1'],
      ['Agnes', 'whale 2'],
      ['umbrela', 'council 2'],
      ['harbormaster', 'ferry 3'],
      ['plese', 'ferry 2'],
      ['thier umbrellas', 'council 2'],
    ])('finds %j in %s', async (text, where) => expect((await passages(text))[0]).toBe(where))

    it('finds a near word only where the word itself is nowhere', async () => {
      await index.put(tell('bale', ['The bale was bald.']))
      const articles = new Set(['bale', 'whale'])
      expect(await passages('bale', { articles })).toEqual(['bale 1'])
    })

    it('finds a piece by a term that means the same, for less than by the word itself', async () => {
      const words = [{ word: 'leviathan', term: 'leviathan', near: [{ term: 'whale', closeness: 0.6 }] }]
      const near = (await index.passages(ask('', { words }))).hits[0]
      const own = (await index.passages(ask('whale'))).hits[0]
      expect(near?.piece).toEqual(own?.piece)
      expect(near?.matches[0]).toMatchObject({ asked: 0, found: ['whale'], closeness: 0.6 })
      expect(near?.score).toBeLessThan(own?.score ?? 0)
    })

    it('gives the pieces of a story in the order of the text', () => {
      const { passages, quotations } = index.piecesOf('ferry')
      expect(passages.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4])
      expect(quotations.map(({ start }) => start)).toEqual(
        quotations.map(({ start }) => start).toSorted((a, b) => a - b),
      )
      expect(quotations.every(({ quotation }) => quotation !== null)).toBe(true)
      expect(index.piecesOf('nowhere')).toEqual({ passages: [], quotations: [] })
    })

    it('takes a strange word of a long question for itself', async () => {
      const { hits } = await index.passages(ask('plese gulls plums crates harbour whale noon bay ferry'))
      expect(hits.some(({ matches }) => matches.some(({ asked }) => asked === 0))).toBe(false)
    })

    it('looks for near terms of the first twenty strange words of a question alone', async () => {
      const strange = [...'abcdefghijklmnopqrst'].map((letter) => `zzzzz${letter}qqqq`).join(' ')
      expect(await passages('umbrelas '.concat(strange))).not.toEqual([])
      expect(await passages(strange.concat(' umbrelas'))).toEqual([])
    })

    it('weighs a stop word with two letters exchanged like a stop word', async () => {
      const { weights } = await index.passages(ask('thier umbrellas theri zeppelin'))
      expect(weights.map((weight) => weight > 0)).toEqual([false, true, false, true])
    })

    it.each(['2001 crates', '20 crates', '20000 crates'])('takes no number for another: %j', async (text) => {
      const { hits } = await index.passages(ask(text))
      expect(hits[0]?.matches.map(({ asked }) => asked)).toEqual([1])
    })

    it('takes no day for another', async () => {
      const words = [{ word: 'day:2026-03-03', term: 'day:2026-03-03' }]
      expect(await passages('', { words })).toEqual([])
    })

    it('looks for a word of any length', async () => {
      expect(await passages('z'.repeat(200_000))).toEqual([])
    })

    it('finds a story by its headline and byline', async () => {
      expect((await passages('quarrels'))[0]).toMatch(/^council/)
      expect((await passages('Rook'))[0]).toMatch(/^whale/)
    })

    it('finds quotations by their words, those of the words themselves first', async () => {
      expect((await quotations('umbrellas'))[0]).toContain('umbrellas')
    })

    it('keeps to the speaker, by name or by role', async () => {
      const by = async (...speaker: string[]) =>
        new Set(
          await quotations('', {
            words: [],
            speakers: [
              { terms: speaker.flatMap((name) => tokens(name)).map(({ term }) => term), isRole: false },
            ],
          }),
        )
      expect(await by('Ben', 'Marsh')).toEqual(
        new Set(['My sister closes harbours the way other people close umbrellas,']),
      )
      expect(await by('harbourmaster')).toEqual(
        new Set(['Ida said, ‘Let the gulls have the plums,’ and hung up,']),
      )
      expect((await by('Marsh')).size).toBe(4)
      expect(await by('Ferdinand')).toEqual(new Set())
    })

    it('tells a son from his father by the suffix, and takes both for a bare surname', async () => {
      const said = [
        { words: 'Plums!', speaker: 'Tom Okafor' },
        { words: 'Gulls!', speaker: 'Tom Okafor Jr.' },
      ]
      await index.put(tell('okafors', ['“Plums!” “Gulls!”'], { said }))
      const by = (name: string) =>
        quotations('', {
          words: [],
          articles: new Set(['okafors']),
          speakers: [{ terms: tokens(name).map(({ term }) => term), isRole: false }],
        })
      expect(await by('Tom Okafor')).toEqual(['Plums!'])
      expect(await by('Tom Okafor Jr.')).toEqual(['Gulls!'])
      expect(await by('Okafor')).toEqual(['Plums!', 'Gulls!'])
    })

    it('has either the old or the new of a story that is put again, never both or neither', async () => {
      const gulls = (word: string) =>
        tell(
          'gulls',
          Array.from({ length: 1500 }, (_, n) => `Gull ${n} of the ${word} tide said nothing of plums.`),
        )
      await index.put(gulls('spring'))
      const seen = new Set<string>()
      const put = index.put(gulls('neap')).then(() => 'done')
      for (
        let state = 'begun';
        state !== 'done';
        state = await Promise.race([put, setImmediate('going on')])
      ) {
        const articles = new Set(['gulls'])
        const [old, fresh] = [
          await passages('spring', { articles, limit: 2000 }),
          await passages('neap', { articles, limit: 2000 }),
        ]
        const all = await passages('', { articles, words: [], limit: 2000 })
        const { passages: count } = index.size()
        seen.add([old, fresh, all].map(({ length }) => length).join())
        expect(count).toBe(1500 + 10)
      }
      expect(await passages('neap', { articles: new Set(['gulls']), limit: 2000 })).toHaveLength(1500)
      expect([...seen].filter((one) => !['1500,0,1500', '0,1500,1500'].includes(one))).toEqual([])
    })

    it('keeps to the articles that may answer', async () => {
      expect(await passages('ferry', { articles: new Set(['council']) })).toEqual(['council 3', 'council 2'])
      expect(await passages('ferry', { articles: new Set() })).toEqual([])
    })

    it('gives no more than the limit, and the best of it', async () => {
      const all = await passages('ferry quay closed')
      expect(await passages('ferry quay closed', { limit: 2 })).toEqual(all.slice(0, 2))
    })

    it('gives everything, newest story first, to a query without words', async () => {
      const found = await passages('', { words: [] })
      expect(found).toHaveLength(10)
      expect(found.slice(0, 4)).toEqual(['whale 1', 'whale 2', 'whale 3', 'council 1'])
    })

    it('keeps the pieces of a story together there, and puts a story without a date last', async () => {
      const ofNoon = { publishedAt: '2026-03-10T12:00:00Z' }
      await index.put(tell('undated', ['Nobody knows when.'], { publishedAt: null }))
      await index.put(tell('gull', ['The gull came.', 'It went.'], ofNoon))
      await index.put(tell('otter', ['The otter came.', 'It went.'], ofNoon))
      await index.put(tell('old', ['The quay burned.'], { publishedAt: '1931-04-08' }))
      const articles = new Set(['undated', 'gull', 'otter', 'old'])
      expect(await passages('', { words: [], articles })).toEqual([
        ...['gull 1', 'gull 2', 'otter 1', 'otter 2', 'old 1', 'undated 1'],
      ])
    })

    it('says how much each word tells, most for one that no text has', async () => {
      const { weights } = await index.passages(ask('ferry whale zeppelin'))
      expect(weights).toHaveLength(3)
      expect(Math.max(...weights)).toBe(weights[2])
    })

    it('replaces an article in one step', async () => {
      await index.put({ ...ferry, version: { ...tell('ferry', ['Nothing but fog.']).version, number: 2 } })
      expect(await passages('plums')).toEqual([])
      expect(await quotations('please')).toEqual(['The ferry stays at the quay until somebody says please.'])
      expect((await passages('fog'))[0]).toBe('ferry 1')
      expect(index.size()).toEqual({ articles: 3, passages: 7, quotations: 3 })
    })

    it('forgets an article that is removed, and takes it in again', async () => {
      await index.remove('council')
      expect(await passages('umbrellas')).toEqual([])
      expect([...index.stories()].map(({ id }) => id)).not.toContain('council')
      await index.put(council)
      expect((await passages('umbrellas'))[0]).toBe('council 2')
    })

    it.each([{ status: 'killed' }, { embargoUntil: '2026-03-12' }] as const)(
      'has no trace of a story with %j',
      async (facts) => {
        const before = await index.passages(ask('whale umbrellas plums'))
        await index.put(tell('secret', ['The whale is a zeppelin.'], facts))
        const articles = new Set(['secret', 'ferry', 'council', 'whale'])
        expect(await index.passages(ask('whale umbrellas plums', { articles }))).toEqual(before)
        expect(await passages('zeppelin', { articles })).toEqual([])
        expect(index.size()).toEqual({ articles: 3, passages: 10, quotations: 6 })
        expect([...index.stories()]).toHaveLength(3)
      },
    )

    it('counts what it holds, and removing what it does not hold changes nothing', async () => {
      await index.remove('nobody')
      expect(index.size()).toEqual({ articles: 3, passages: 10, quotations: 6 })
    })
  })
}
