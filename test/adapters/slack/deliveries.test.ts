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
    expect([deliveries.take('a'), deliveries.take('a'), deliveries.take('b')]).toEqual([true, false, true])
    deliveries.close()
  })

  it('are known to the next process, and to another one beside it', () => {
    const first = openDeliveries(folder)
    const second = openDeliveries(folder)
    expect([first.take('a'), second.take('a')]).toEqual([true, false])
    first.close()
    second.close()
    const third = openDeliveries(folder)
    expect(third.take('a')).toBe(false)
    third.close()
  })

  it('that are given back can be taken on again', () => {
    const deliveries = openDeliveries(folder)
    deliveries.take('a')
    deliveries.giveBack('a')
    expect(deliveries.take('a')).toBe(true)
    deliveries.close()
  })

  it('are forgotten after a day', () => {
    let now = 0
    const deliveries = openDeliveries(folder, () => now)
    deliveries.take('a')
    now = 24 * 3_600_000
    expect(deliveries.take('a')).toBe(false)
    now += 1
    expect(deliveries.take('a')).toBe(true)
    deliveries.close()
  })
})
