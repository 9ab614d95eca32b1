import { expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { giveNotices } from '../../src/sources/owner-alerts.ts'
import { openRecords } from '../../src/sources/state/source-records.ts'

const standing = (lateSince: string | null) => [
  { name: 'bell', succeededAt: null, newStoryAt: null, nextTryAt: null, error: null, lateSince },
]

it('owners are told once that a source is late, and once that it is well again', async () => {
  const records = openRecords(openDatabase(':memory:'))
  records.keepSource(records.source('bell'))
  const told: string[] = []
  const owner = { tell: async (text: string) => void told.push(text) }
  const broken = { tell: () => Promise.reject(new Error('The channel is gone.')) }
  const late = '2026-02-04T08:00:00.000Z'
  await giveNotices(standing(null), records, owner)
  await expect(giveNotices(standing(late), records, broken)).rejects.toThrow('gone')
  for (const since of [late, late, null, null]) await giveNotices(standing(since), records, owner)
  expect(told).toEqual([
    'Coverage from bell is late: nothing new since 2026-02-04T08:00:00.000Z.',
    'Coverage from bell comes in again.',
  ])
})
