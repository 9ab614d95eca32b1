import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import type { Adapter } from '../../../src/adapters/adapter.ts'
import { startSlack } from '../../../src/adapters/slack/start-slack.ts'
import { type LoopbackSlack, openLoopbackSlack } from './loopback-slack.ts'
import { mention, press, slashCommand } from './payloads.ts'
import { onlyOnce, openSampleNewsroom } from './running.ts'
import { FORM, now, SECRET, signed } from './signed.ts'

let town: Awaited<ReturnType<typeof openSampleNewsroom>>
let slack: LoopbackSlack
let running: Adapter
beforeAll(async () => {
  town = await openSampleNewsroom()
})
afterAll(() => town.remove())
beforeEach(async () => {
  slack = await openLoopbackSlack(new Map([['C1', { member: true, messages: [] }]]))
  const started = await startSlack({
    newsroom: town.newsroom,
    commands,
    data: town.data,
    slack: {
      botToken: 'xoxb-loopback',
      apiUrl: slack.apiUrl,
      prefix: '',
      owners: null,
      transport: { kind: 'http', signingSecret: SECRET },
    },
    log: pino({ level: 'silent' }),
  })
  running = { ...started, stop: onlyOnce(started.stop) }
})
afterEach(async () => {
  await running.stop()
  await slack.close()
  expect(slack.violations).toEqual([])
})

/** Posts as the web server passes it on. */
async function post(request: RequestInit): Promise<Response> {
  const [route] = running.routes
  if (!route) throw new Error('Nothing takes requests.')
  return route.answer(new Request(`https://reader.bell.example${route.path}`, request))
}

const form = (fields: object) => new URLSearchParams(fields as Record<string, string>).toString()

describe('a request that Slack signed', () => {
  it('of a command is acknowledged with nothing, and answered', async () => {
    const response = await post(
      signed(form(slashCommand(slack, '/quote', 'who said please')), { type: FORM }),
    )
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(await slack.answered(1)).toMatchObject([{ method: 'response_url' }])
  })

  it('of an event is answered in the thread', async () => {
    expect((await post(signed(JSON.stringify(mention('who said please'))))).status).toBe(200)
    expect(await slack.answered(1)).toMatchObject([{ method: 'chat.postMessage' }])
  })

  it('of a button is answered', async () => {
    const body = form({ payload: JSON.stringify(press(slack, '7:do-something')) })
    expect((await post(signed(body, { type: FORM }))).status).toBe(200)
    expect(await slack.answered(1)).toMatchObject([{ method: 'response_url' }])
  })

  it('that asks whether this is the address is answered with its challenge', async () => {
    const response = await post(signed('{"type":"url_verification","challenge":"tide"}'))
    expect(await response.json()).toEqual({ challenge: 'tide' })
  })

  it('that is no payload is refused', async () => {
    expect((await post(signed('{"type":'))).status).toBe(400)
  })
})

describe('a request is refused, and Slack told not to try again,', () => {
  const body = () => JSON.stringify(mention('who said please'))

  it.each([
    ['that somebody else signed', () => signed(body(), { secret: 'another-secret-altogether' })],
    ['that is older than five minutes', () => signed(body(), { at: now() - 301 })],
    [
      'without a signature',
      () => ({ method: 'POST', body: body(), headers: { 'content-type': 'application/json' } }),
    ],
    ['whose body was changed', () => ({ ...signed(body()), body: body() })],
  ])('%s', async (_, request) => {
    const response = await post(request())
    expect([response.status, response.headers.get('x-slack-no-retry')]).toEqual([401, '1'])
    await running.stop()
    expect(slack.sent.map(({ method }) => method)).toEqual(['auth.test'])
  })

  it('that is replayed later', async () => {
    const request = signed(body(), { at: now() - 11 })
    expect((await post(request)).status).toBe(200)
    expect((await post(request)).status).toBe(401)
    await running.stop()
    expect(await slack.answered(0)).toHaveLength(1)
  })
})

it('acknowledges what Slack sends twice in a second like the first, and answers it once', async () => {
  const request = signed(JSON.stringify(mention('who said please')))
  expect((await post(request)).status).toBe(200)
  expect((await post(request)).status).toBe(200)
  await running.stop()
  expect(await slack.answered(0)).toHaveLength(1)
})

it('lets Slack test the connection without a signature, and does nothing for it', async () => {
  const response = await post({
    method: 'POST',
    body: form({ ssl_check: '1', command: '/quote', text: 'please' }),
    headers: { 'content-type': FORM },
  })
  expect(response.status).toBe(200)
  await running.stop()
  expect(slack.sent.map(({ method }) => method)).toEqual(['auth.test'])
})
