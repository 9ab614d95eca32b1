import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { measureCommands, measureNewsroom } from '../../../src/adapters/metrics/measured.ts'
import { openMetrics } from '../../../src/adapters/metrics/metrics.ts'
import type { CorrectionSender } from '../../../src/corrections/send-corrections.ts'
import { UserError } from '../../../src/errors.ts'
import type { Newsroom } from '../../../src/newsroom/newsroom.ts'
import { openTown, readerOf } from '../web/town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.leave())

describe('the metrics', () => {
  it('tell questions by platform, command and outcome, requests by route, and the coverage; no word that was asked', async () => {
    const reader = readerOf(town.newsroom)
    await reader.get('/?command=quote&q=please+to+the+sea')
    await reader.get('/api/v1/quote?question=zebra+crossing')
    await reader.get(`/api/v1/coverage?topic=${'x'.repeat(7000)}`)
    const metrics = await (await reader.get('/metrics')).text()
    expect(metrics).toContain(
      'readback_question_seconds_count{platform="web",command="quote",outcome="found"} 1',
    )
    expect(metrics).toContain(
      'readback_question_seconds_count{platform="api",command="quote",outcome="nothing"} 1',
    )
    expect(metrics).toContain('readback_http_request_seconds_count{method="GET",route="/",status="200"} 1')
    expect(metrics).toMatch(/readback_articles [1-9]/)
    expect(metrics).toMatch(/readback_indexed_timestamp_seconds 1\d{9}/)
    expect(metrics).toContain('nodejs_eventloop_lag_seconds')
    expect(metrics).toContain('nodejs_heap_size_used_bytes')
    expect(metrics).not.toMatch(/sea|zebra|xxxx/)
  })

  it('are for those who may open the reader', async () => {
    const reader = readerOf(town.newsroom, { token: 'the-heron-knows-the-way' })
    expect((await reader.get('/metrics', { accept: 'text/plain' })).status).toBe(401)
    const authorization = 'Bearer the-heron-knows-the-way'
    expect((await reader.get('/metrics', { authorization, accept: 'text/plain' })).status).toBe(200)
  })

  it.each([
    [new UserError('No.'), 'refused'],
    [new Error('broken'), 'failed'],
  ])('tell a question that ended with %s as %s', async (failure, outcome) => {
    const metrics = openMetrics('0')
    const failing = { ...commands[0], ask: () => Promise.reject(failure) } as (typeof commands)[number]
    const [measured] = measureCommands([failing], 'slack', metrics)
    await expect(measured?.ask(town.newsroom, {})).rejects.toBe(failure)
    expect(await metrics.registry.metrics()).toContain(`outcome="${outcome}"} 1`)
  })

  it('count corrections by how they ended', async () => {
    const metrics = openMetrics('0')
    let sender: CorrectionSender | null = null
    const sendCorrectionsBy = (_: string, send: CorrectionSender) => {
      sender = send
    }
    const given = { ...town.newsroom.given, sendCorrectionsBy }
    const newsroom = measureNewsroom({ ...town.newsroom, given } as Newsroom, metrics)
    newsroom.given.sendCorrectionsBy('discord', async () => 'carried')
    await (sender as CorrectionSender | null)?.({} as Parameters<CorrectionSender>[0])
    expect(await metrics.registry.metrics()).toContain(
      'readback_corrections_total{platform="discord",outcome="carried"} 1',
    )
  })
})
