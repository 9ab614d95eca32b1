import { expect, it } from 'vitest'
import { Source } from '../../../src/sources/config/source.ts'
import { waitAfter } from '../../../src/sources/state/backoff.ts'
import { lateSince } from '../../../src/sources/state/lateness.ts'
import type { SourceRecord } from '../../../src/sources/state/source-records.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 1, 4, hour)).toISOString()
const record = (more: Partial<SourceRecord> = {}): SourceRecord => ({
  name: 'bell',
  triedAt: at(12),
  succeededAt: at(12),
  newStoryAt: at(8),
  nextTryAt: null,
  failures: 0,
  error: null,
  cursor: null,
  arrivals: [0, 1, 3, 5, 8].map(at),
  ...more,
})
const feed = (late?: string) =>
  Source.parse({ name: 'bell', kind: 'feed', url: 'https://bell.example/feed', late })

it.each([
  ['silent for no longer than twice its longest silence', feed(), {}, 14, null],
  ['silent for longer', feed(), {}, 15, at(8)],
  ['silent for longer than is set', feed('2h'), {}, 11, at(8)],
  ['silent for as long as is set', feed('6h'), {}, 14, null],
  ['too new to have a rhythm', feed(), { arrivals: [at(8)] }, 23, null],
  ['failing, though not for long', feed(), { failures: 2 }, 9, null],
  ['failing for several polls', feed(), { failures: 3, succeededAt: at(7) }, 9, at(7)],
  ['never reached', feed(), { failures: 3, succeededAt: null, newStoryAt: null }, 13, at(12)],
])('a source that is %s is late since: %s', (_, source, more, hour, since) => {
  expect(lateSince(source, record(more), new Date(at(hour)))).toBe(since)
})

it.each([
  ['as often as is set', { failures: 0, retryAfter: null, maxAge: null }, 900],
  ['later where the answer stays fresh', { failures: 0, retryAfter: null, maxAge: 3600 }, 3600],
  ['twice as long after each failure', { failures: 2, retryAfter: null, maxAge: null }, 3600],
  ['no sooner than the server asks', { failures: 1, retryAfter: 7200, maxAge: null }, 7200],
  ['within a day, whatever happens', { failures: 99, retryAfter: 1e9, maxAge: null }, 86_400],
])('a source is tried again %s', (_, outcome, seconds) => {
  expect(waitAfter(900, outcome, 0)).toBe(seconds)
  expect(waitAfter(900, outcome, 1)).toBeCloseTo(seconds * 1.1)
})
