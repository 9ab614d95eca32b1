import { expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { sendLatenessAlerts } from '../../src/sources/owner-alerts.ts'
import { openSourceRecords } from '../../src/sources/state/source-records.ts'

const standing = (lateSince: string | null) => [
  { name: 'bell', succeededAt: null, newStoryAt: null, nextTryAt: null, error: null, lateSince },
]

it('owners are told once that a source is late, and once that it is well again', async () => {
  const records = openSourceRecords(openDatabase(':memory:'))
  records.keepSource(records.source('bell'))
  const told: string[] = []
  const owner = { tell: async (text: string) => void told.push(text) }
  const broken = { tell: () => Promise.reject(new Error('The channel is gone.')) }
  const late = '2026-02-04T08:00:00.000Z'
  await sendLatenessAlerts(standing(null), records, owner)
  await expect(sendLatenessAlerts(standing(late), records, broken)).rejects.toThrow('gone')
  for (const since of [late, late, null, null]) await sendLatenessAlerts(standing(since), records, owner)
  expect(told).toEqual([
    'Coverage from bell is late: nothing new since 2026-02-04T08:00:00.000Z.',
    'Coverage from bell comes in again.',
  ])
})
