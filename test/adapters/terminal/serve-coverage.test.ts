import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { status, tagged } from '../../intake/fetch/site.ts'
import { folderWith } from '../../intake/folder.ts'
import { EACH, ninjs, pageOf, saying, siteOfSix } from '../../sources/poll/site-of-six.ts'
import { said, start } from './program.ts'

/** Waits, however long it takes, until something is so. */
const until = (what: () => Promise<void>) => vi.waitFor(what, { timeout: 90_000, interval: 100 })

/** The program over a site of three hundred stories in six formats that it asks every second, once all are in. */
async function coverageOfSix() {
  const { bell, wordpress, sources } = await siteOfSix()
  const data = await folderWith({
    'sources.yaml': JSON.stringify({
      inside: [bell.host, wordpress.host],
      sources: sources.map((source) => ({ ...source, every: '1s' })),
    }),
  })
  const program = await start(data)
  await until(async () => expect((await program.status()).searched.articles).toBe(6 * EACH))
  const roundsMade = async () => (await program.status()).sources.map(({ succeededAt }) => succeededAt)
  return {
    ...{ bell, wordpress, data, program },
    quoted: (of: string, n: number) => program.quote(`"${saying(of, n)}"`),
    articles: () => articlesIn(data),
    /** Waits until each source has been asked from now on, and has answered. */
    async nextRound() {
      for (let rounds = 0; rounds < 2; rounds++) {
        const before = await roundsMade()
        await until(async () => {
          const now = await roundsMade()
          expect(before.filter((at, i) => at === now[i])).toEqual([])
        })
      }
    },
  }
}

async function articlesIn(data: string): Promise<Article[]> {
  const archive = openSqliteArchive(openDatabase(join(data, 'readback.sqlite')))
  return Array.fromAsync(archive.articles()).finally(() => archive.close())
}

describe('the program over a site of three hundred stories in six formats', () => {
  it('has all in, once each, after one pass, and does not touch them in the next', async () => {
    const { bell, wordpress, quoted, articles, nextRound } = await coverageOfSix()
    for (const of of ['RSS', 'Atom', 'JSON', 'pages', 'WordPress', 'wire'])
      expect(await quoted(of, 7)).toMatchObject({
        kind: 'found',
        evidence: [{ text: `${saying(of, 7)},`, speaker: 'Mara Quist', citation: { version: 1 } }],
      })
    const allIn = await articles()
    expect(allIn.filter(({ version }) => version.number !== 1)).toEqual([])
    expect(new Set(allIn.map(({ version }) => version.text)).size).toBe(6 * EACH)

    await nextRound()
    const [asked, listed] = [bell.asked.length, wordpress.asked.length]
    await nextRound()
    const again = bell.asked.slice(asked)
    expect(new Set(again.map(({ path }) => path)).size).toBeGreaterThan(2 * EACH)
    expect(again.filter(({ headers }) => !headers['if-none-match'])).toEqual([])
    const posts = wordpress.asked.slice(listed).filter((query) => !query.has('_fields'))
    expect(new Set(posts.map((query) => query.get('include')))).toEqual(new Set([`${EACH - 1}`]))
    expect(await articles()).toEqual(allIn)
  })

  it('keeps right what is edited, corrected, retracted, killed and embargoed', async () => {
    const { bell, data, program, quoted } = await coverageOfSix()
    const wire = (n: number, more: object) =>
      tagged('application/json', ninjs(n, more), `"w${n}, ${JSON.stringify(more).length}"`)
    const lifts = Date.now() + 3000
    bell.answers['/wire/0.json'] = wire(0, { body_xhtml: `<p>“It sails again,” Mara Quist said.</p>` })
    bell.answers['/wire/1.json'] = wire(1, { ednote: 'CORRECTS the harbour.' })
    bell.answers['/wire/2.json'] = wire(2, { pubstatus: 'canceled' })
    bell.answers['/wire/3.json'] = wire(3, { embargoed: '2999-01-01T00:00:00Z' })
    bell.answers['/wire/4.json'] = wire(4, {
      body_xhtml: '<p>“We lift at the hour,” Mara Quist said.</p>',
      embargoed: new Date(lifts).toISOString(),
    })
    const retraction =
      '{"@type":"NewsArticle","creativeWorkStatus":"Retracted","correction":"It was a whale."}'
    bell.answers['/page/5'] = tagged(
      'text/html',
      pageOf(5, `<script type="application/ld+json">${retraction}</script>`),
      '"p5, retracted"',
    )

    // Edited: the new words are quoted, and the reader shows what has changed since the old ones.
    await until(async () => expect((await program.quote('"it sails again"')).kind).toBe('found'))
    const { evidence } = await program.quote('"it sails again"')
    expect(evidence).toMatchObject([{ text: 'It sails again,', citation: { version: 2 } }])
    expect(await quoted('wire', 0)).toMatchObject({ kind: 'nothing' })
    expect(await program.page(`/articles/${evidence[0]?.citation.articleId}/v/1`)).toMatch(
      /An older version[\s\S]*2 paragraphs changed since[\s\S]*<ins>sails<\/ins>/u,
    )

    // Corrected: every answer that quotes it says so.
    await until(async () =>
      expect(await quoted('wire', 1)).toMatchObject({ evidence: [{ citation: { status: 'corrected' } }] }),
    )
    expect(await program.ask(`/quote "${saying('wire', 1)}"`)).toContain('Corrected: CORRECTS the harbour.')

    // Killed, and under an embargo: no trace.
    for (const n of [2, 3]) {
      await until(async () => expect(await quoted('wire', n)).toMatchObject({ kind: 'nothing', nearest: [] }))
      expect(await program.ask(`/article Wire ${n}`)).toContain('No article of ours goes by')
    }

    // An embargo lifts by the clock.
    await until(async () => expect((await program.quote('"we lift at the hour"')).kind).toBe('found'))
    expect(Date.now()).toBeGreaterThanOrEqual(lifts)

    // Retracted: named with the reason, never quoted; so in another process, too.
    await until(async () => expect((await quoted('pages', 5)).kind).toBe('nothing'))
    expect(await program.ask('/article Page 5')).toContain('Retracted, not quoted: Page 5. It was a whale.')
    const asked = await said(data, 'quote', `"${saying('pages', 5)}"`)
    expect(asked).toContain('Nothing in our coverage')
    expect(asked).toContain('Retracted, not quoted: Page 5. It was a whale.')
  })

  it('says so when the site goes silent', async () => {
    const { bell, data, program } = await coverageOfSix()
    expect(await program.page('/healthz')).toBe('alive')
    for (const path of Object.keys(bell.answers)) bell.answers[path] = status(503)
    await until(async () => expect(await program.page('/healthz')).toBe('alive; 5 sources late'))
    expect(await program.ask('/status')).toMatch(/rss {2}LATE; last new story [\s\S]*answered 503/u)
    for (const answer of [
      await program.ask(`/quote "${saying('RSS', 1)}"`),
      await said(data, 'quote', `"${saying('RSS', 1)}"`),
    ]) {
      expect(answer).toContain(`“${saying('RSS', 1)},”`)
      expect(answer).toMatch(/Late, so the newest may be\s+missing: rss/u)
    }
  })
})
