import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDeliveries } from '../../src/adapters/deliveries.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-deliveries-'))
})
afterEach(() => rm(folder, { recursive: true }))

const open = (now?: () => number) => openDeliveries(folder, 'chat.sqlite', now)

describe('deliveries', () => {
  it('are taken on once', () => {
    const deliveries = open()
    expect([deliveries.claim('a'), deliveries.claim('a'), deliveries.claim('b')]).toEqual([true, false, true])
    deliveries.close()
  })

  it('are known to the next process, and to another one beside it', () => {
    const first = open()
    const second = open()
    expect([first.claim('a'), second.claim('a')]).toEqual([true, false])
    first.close()
    second.close()
    const third = open()
    expect(third.claim('a')).toBe(false)
    third.close()
  })

  it('are forgotten after a day', () => {
    let now = 0
    const deliveries = open(() => now)
    deliveries.claim('a')
    now = 24 * 3_600_000
    expect(deliveries.claim('a')).toBe(false)
    now += 1
    expect(deliveries.claim('a')).toBe(true)
    deliveries.close()
  })
})

describe('work that is done once', () => {
  it('is not done beside itself, nor again', async () => {
    const deliveries = open()
    const gate = Promise.withResolvers<boolean>()
    const first = deliveries.once('share', () => gate.promise)
    expect(await deliveries.once('share', async () => true)).toBe('running')
    gate.resolve(true)
    expect([await first, await deliveries.once('share', async () => true)]).toEqual(['now', 'done'])
    deliveries.close()
  })

  it('is done again where it failed, and knows that', async () => {
    const deliveries = open()
    await expect(deliveries.once('share', () => Promise.reject(new Error('cut')))).rejects.toThrow('cut')
    const tries: boolean[] = []
    await deliveries.once('share', async (isRetry) => Boolean(tries.push(isRetry)))
    expect(tries).toEqual([true])
    deliveries.close()
  })

  it('is done again where its process ended over it', async () => {
    let now = 0
    const deliveries = open(() => now)
    void deliveries.once('share', () => new Promise(() => {}))
    expect(await deliveries.once('share', async () => true)).toBe('running')
    now = 120_001
    expect(await deliveries.once('share', async () => true)).toBe('now')
    deliveries.close()
  })
})
