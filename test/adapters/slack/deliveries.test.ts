import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDeliveries } from '../../../src/adapters/slack/deliveries.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-deliveries-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('deliveries', () => {
  it('are taken on once', () => {
    const deliveries = openDeliveries(folder)
    expect([deliveries.claim('a'), deliveries.claim('a'), deliveries.claim('b')]).toEqual([true, false, true])
    deliveries.close()
  })

  it('are known to the next process, and to another one beside it', () => {
    const first = openDeliveries(folder)
    const second = openDeliveries(folder)
    expect([first.claim('a'), second.claim('a')]).toEqual([true, false])
    first.close()
    second.close()
    const third = openDeliveries(folder)
    expect(third.claim('a')).toBe(false)
    third.close()
  })

  it('that are given back can be taken on again', () => {
    const deliveries = openDeliveries(folder)
    deliveries.claim('a')
    deliveries.release('a')
    expect(deliveries.claim('a')).toBe(true)
    deliveries.close()
  })

  it('are forgotten after a day', () => {
    let now = 0
    const deliveries = openDeliveries(folder, () => now)
    deliveries.claim('a')
    now = 24 * 3_600_000
    expect(deliveries.claim('a')).toBe(false)
    now += 1
    expect(deliveries.claim('a')).toBe(true)
    deliveries.close()
  })
})
