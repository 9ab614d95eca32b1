import { describe, expect, it } from 'vitest'
import { deskFor } from '../polling-desk.ts'
import { loopbackWordPress, type Post } from './loopback-wordpress.ts'

const NOON = '2026-02-04T12:00:00Z'
const HOUR = 3600
const DAY = 86_400
const words = (id: number) => `The ferry ${id} stays in harbour until the storm is over.`
const post = (id: number, more: Partial<Post> = {}): Post => ({
  id,
  modified: '2026-02-04T09:00:00Z',
  date: '2026-02-04T08:00:00Z',
  words: words(id),
  ...more,
})
const posts = (count: number, more: Partial<Post> = {}) =>
  Array.from({ length: count }, (_, i) => post(i + 1, more))

async function deskOver(of: Post[]) {
  const wordpress = await loopbackWordPress(of)
  const desk = deskFor(wordpress.host)
  const source = { kind: 'wordpress', url: wordpress.url, every: '30s' }
  const poll = async () => {
    desk.pass(30)
    return desk.poll(source)
  }
  const texts = async () => (await desk.articles()).map(({ version }) => version.text).toSorted()
  return { ...wordpress, desk, poll, texts }
}
const textsOf = (of: Post[]) => of.map(({ words }) => words).toSorted()

describe('a poll of WordPress', () => {
  it.each([0, 1, 99, 100, 101, 200])('takes in %i posts of one second, each once', async (count) => {
    const { desk, poll, posts: of, texts } = await deskOver(posts(count))
    expect(await poll()).toMatchObject({ added: count, changed: 0, refused: [] })
    expect(await texts()).toEqual(textsOf(of))
    expect(desk.records.source('bell')).toMatchObject({ failures: 0 })
  })

  it('has little to do where nothing is new', async () => {
    const newest = post(151, { modified: '2026-02-04T10:00:00Z' })
    const { asked, desk, poll } = await deskOver([...posts(150), newest])
    await poll()
    const edition = await desk.archive.edition()
    await poll()
    asked.length = 0
    expect(await poll()).toMatchObject({ added: 0, changed: 0, refused: [] })
    expect(await desk.archive.edition()).toBe(edition)
    const read = asked.filter((query) => !query.has('_fields'))
    expect(read.map((query) => query.get('include'))).toEqual(['151'])
    expect(asked.length).toBeLessThanOrEqual(5)
  })

  it('takes in a post of the second that the last poll saw, and one that changes in it once more', async () => {
    const { posts: of, poll, texts } = await deskOver(posts(3, { modified: NOON }))
    await poll()
    of.push(post(4, { modified: NOON }))
    expect(await poll()).toMatchObject({ added: 1, changed: 0 })
    of[0] = post(1, { modified: NOON, words: 'It sails.' })
    expect(await poll()).toMatchObject({ added: 0, changed: 1 })
    expect(await texts()).toEqual(textsOf(of))
  })

  it('misses no post where others change, come and go while pages are turned', async () => {
    const { posts: of, hooks, poll, texts } = await deskOver(posts(350))
    const turns = [
      () => of.splice(10, 1),
      () => (of[20] = { ...of[20], modified: NOON, words: 'It sails.' } as Post),
      () => of.splice(30, 2),
      () => of.push(post(900, { modified: NOON })),
      () => of.splice(40, 1),
    ]
    hooks.before = (query) => {
      if (Number(query.get('page')) > 1) turns.shift()?.()
    }
    await poll()
    await poll()
    expect(turns).toEqual([])
    const there = await texts()
    for (const { words } of of) expect(there).toContain(words)
  })

  it('takes in a post that comes out at its time, though it was changed long before', async () => {
    const later = post(7, {
      modified: '2026-01-20T09:00:00Z',
      date: '2026-02-04T12:01:00Z',
      status: 'future',
    })
    const { posts: of, poll, texts } = await deskOver([...posts(3), later])
    await poll()
    expect(await texts()).toHaveLength(3)
    of[3] = { ...later, status: 'publish' }
    expect(await poll()).toMatchObject({ added: 1 })
  })

  it('misses nothing in the hour that comes twice when clocks are put back', async () => {
    const { posts: of, poll } = await deskOver([
      post(1, { modified: '2025-11-02T05:45:00Z', date: '2025-11-02T05:45:00Z' }),
    ])
    await poll()
    of.push(post(2, { modified: '2025-11-02T06:10:00Z', date: '2025-11-02T06:10:00Z' }))
    expect(await poll()).toMatchObject({ added: 1 })
  })

  it('misses nothing because of a post from a time to come', async () => {
    const { posts: of, poll } = await deskOver([post(1, { modified: '2031-01-01T00:00:00Z' })])
    await poll()
    of.push(post(2, { modified: '2026-02-04T12:01:00Z' }))
    expect(await poll()).toMatchObject({ added: 1 })
  })

  it('goes on where it was broken off, and reads no post twice for that', async () => {
    const { asked, desk, posts: of, poll, texts } = await deskOver(posts(250))
    const { keep } = desk.archive
    let kept = 0
    desk.archive.keep = (story, reading) => {
      if (kept++ === 150) return Promise.reject(new Error('The disk is full.'))
      return keep(story, reading)
    }
    await expect(poll()).rejects.toThrow('disk')
    asked.length = 0
    expect(await poll()).toMatchObject({ added: 100, unchanged: 0 })
    expect(await texts()).toEqual(textsOf(of))
  })

  it('refuses a post that cannot be read once, and takes in the others', async () => {
    const { asked, posts: of, poll } = await deskOver([...posts(2), post(3, { words: '' })])
    const { added, refused } = await poll()
    expect([added, refused.map(({ message }) => message)]).toEqual([
      2,
      ['https://bell.example/3: text: has no words to cite'],
    ])
    of.push(post(4, { modified: NOON }))
    await poll()
    asked.length = 0
    expect(await poll()).toMatchObject({ added: 0, refused: [] })
    expect(asked.map((query) => query.get('include')).filter(Boolean)).not.toContain('3')
  })

  it('takes a post that is gone for withdrawn when it still is a day later, and back when it is', async () => {
    const { posts: of, desk, poll } = await deskOver(posts(2))
    await poll()
    const [gone] = of.splice(0, 1)
    const statuses = []
    for (const seconds of [HOUR, HOUR, DAY]) {
      desk.pass(seconds)
      await poll()
      statuses.push((await desk.articles()).map(({ status }) => status).toSorted())
    }
    expect(statuses).toEqual([
      ['usable', 'usable'],
      ['usable', 'usable'],
      ['retracted', 'usable'],
    ])
    of.push(gone as Post)
    desk.pass(DAY)
    await poll()
    expect(await desk.articles()).toMatchObject([{ status: 'usable' }, { status: 'usable' }])
  })

  it('is a failure where the site answers with no list', async () => {
    const { desk, url } = await deskOver([])
    const source = { kind: 'wordpress', url: `${url}blog` }
    await desk.poll(source)
    expect(desk.records.source('bell')).toMatchObject({ failures: 1, error: /answered 404/u })
  })
})
