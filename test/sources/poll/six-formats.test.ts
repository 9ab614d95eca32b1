import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quotabilityOf } from '../../../src/archive/quotability.ts'
import { readStories } from '../../../src/intake/formats/read-file.ts'
import { tagged } from '../../intake/fetch/site.ts'
import { folderWith } from '../../intake/folder.ts'
import { deskFor } from '../polling-desk.ts'
import { EACH, ninjs, siteOfSix, words } from './site-of-six.ts'

async function deskOfSix() {
  const { bell, wordpress, sources } = await siteOfSix()
  const desk = deskFor(bell.host, wordpress.host)
  const pollAll = async () => {
    const done = []
    for (const source of sources) done.push(await desk.poll(source))
    desk.pass(3600)
    return done
  }
  return { bell, wordpress, desk, pollAll }
}

it('a site of three hundred stories in six formats is in after one pass, and not touched by the next', async () => {
  const { bell, wordpress, desk, pollAll } = await deskOfSix()
  expect(await pollAll()).toMatchObject(Array(6).fill({ added: EACH, changed: 0, refused: [] }))
  expect(await desk.articles()).toHaveLength(6 * EACH)
  const edition = await desk.archive.edition()
  const asked = bell.asked.length
  wordpress.asked.length = 0
  expect(await pollAll()).toMatchObject(Array(6).fill({ added: 0, changed: 0, refused: [] }))
  expect(await desk.archive.edition()).toBe(edition)
  const again = bell.asked.slice(asked).filter(({ path }) => path !== '/robots.txt')
  expect(again.length).toBeGreaterThan(2 * EACH)
  expect(again.filter(({ headers }) => !headers['if-none-match'])).toEqual([])
  const posts = wordpress.asked.filter((query) => !query.has('_fields')).map((query) => query.get('include'))
  expect(posts).toEqual([`${EACH - 1}`])
})

it('what becomes of single stories of it comes in with the next pass', async () => {
  const { bell, desk, pollAll } = await deskOfSix()
  await pollAll()
  const changes = [
    [0, { body_xhtml: '<p>It sails again, the harbour master said.</p>' }],
    [1, { ednote: 'CORRECTS the harbour.' }],
    [2, { pubstatus: 'canceled' }],
    [3, { embargoed: '2026-02-05T12:00:00Z' }],
    [4, { pubstatus: 'withheld' }],
  ] as const
  for (const [n, more] of changes)
    bell.answers[`/wire/${n}.json`] = tagged('application/json', ninjs(n, more), '"new"')
  await pollAll()
  const standingAt = async (at: string) =>
    Promise.all(
      changes.map(async ([n]) => {
        const article = await desk.archive.articleByKey(`id:urn:wire:${n}`)
        return article && [article.version.number, article.status, quotabilityOf(article, new Date(at))]
      }),
    )
  expect(await standingAt('2026-02-04T14:00:00Z')).toEqual([
    [2, 'usable', 'quotable'],
    [2, 'corrected', 'quotable'],
    [2, 'killed', 'withheld'],
    [2, 'usable', 'withheld'],
    [2, 'hold', 'withheld'],
  ])
  expect((await standingAt('2026-02-05T12:00:00Z'))[3]).toEqual([2, 'usable', 'quotable'])
})

it('a folder takes in what a wire drops there', async () => {
  const item = `<newsItem guid="urn:nml:1"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>One</headline></contentMeta><contentSet><inlineXML><html><body><p>The ferry stays.</p></body></html></inlineXML></contentSet></newsItem>`
  const folder = await folderWith({ 'one.xml': item, 'two.json': ninjs(2), 'three.xml': '<nitf/>' })
  expect(await readStories(join(folder, 'one.xml'))).toMatchObject([
    { headline: 'One', text: 'The ferry stays.' },
  ])
  expect(await readStories(join(folder, 'two.json'))).toMatchObject([
    { headline: 'Wire 2', text: words('wire', 2) },
  ])
  await expect(readStories(join(folder, 'three.xml'))).rejects.toThrow('has no words')
})
