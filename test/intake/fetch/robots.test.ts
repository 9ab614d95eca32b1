import { expect, it, onTestFinished } from 'vitest'
import { openFetcher } from '../../../src/intake/fetch/fetch-url.ts'
import { openRobots } from '../../../src/intake/fetch/robots.ts'
import { document, type Handler, site, status } from './site.ts'

async function robotsOf(answer: Handler) {
  const bell = await site({ '/robots.txt': answer })
  const fetcher = openFetcher({ inside: [bell.host], userAgent: 'Readback/0' })
  onTestFinished(() => fetcher.close())
  let now = new Date('2026-02-04T12:00:00Z')
  const slept: number[] = []
  const robots = openRobots(
    fetcher,
    () => now,
    async (milliseconds) => slept.push(milliseconds),
  )
  const tomorrow = () => {
    now = new Date('2026-02-05T12:00:01Z')
  }
  return { ...bell, robots, tomorrow, slept }
}

const RULES = 'User-agent: *\nDisallow: /drafts\n\nUser-agent: Readback\nDisallow: /members\n'

it('robots.txt is asked once, and heard where it speaks to Readback', async () => {
  const { robots, at, asked } = await robotsOf(document('text/plain', RULES))
  expect(await robots.allows(at('/ferry'))).toBe(true)
  expect(await robots.allows(at('/members/1'))).toBe(false)
  expect(asked).toHaveLength(1)
})

it.each([
  ['is not there', status(404), true],
  ['is forbidden', status(403), true],
  ['cannot be had', status(503), false],
  ['is asked for too often', status(429), false],
])('a site whose robots.txt %s may be fetched from: %s', async (_, answer, allowed) => {
  const { robots, at } = await robotsOf(answer)
  expect(await robots.allows(at('/ferry'))).toBe(allowed)
})

it('robots.txt is asked again after a day', async () => {
  const { robots, at, asked, answers, tomorrow } = await robotsOf(status(404))
  expect(await robots.allows(at('/members/1'))).toBe(true)
  answers['/robots.txt'] = document('text/plain', RULES)
  expect(await robots.allows(at('/members/1'))).toBe(true)
  tomorrow()
  expect(await robots.allows(at('/members/1'))).toBe(false)
  expect(asked).toHaveLength(2)
})

it('pages of a site are fetched no faster than it asks', async () => {
  const { robots, at, slept } = await robotsOf(document('text/plain', 'User-agent: *\nCrawl-delay: 3\n'))
  for (let page = 0; page < 3; page++) await robots.pause(at(`/${page}`))
  expect(slept).toEqual([0, 3000, 6000])
})
