import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Newsroom } from '../../../src/newsroom/newsroom.ts'
import { type HarbourNewsroom, openHarbourNewsroom } from './loopback/harbour-newsroom.ts'
import { type Payload, presses, sends, types } from './loopback/interactions.ts'
import { type Discord, type Message, startLoopbackDiscord } from './loopback/loopback-discord.ts'
import { Response as Allowed } from './loopback/message-rules.ts'
import ping from './loopback/payloads/ping.json' with { type: 'json' }
import { type Bot, buttonOf, startBot, textOf } from './loopback/running.ts'
import { delivery, newKeys } from './loopback/webhook.ts'

const { hex, secret } = newKeys()

let discord: Discord
let town: HarbourNewsroom
let bot: Bot
beforeEach(async () => {
  ;[discord, town] = await Promise.all([startLoopbackDiscord(), openHarbourNewsroom()])
  bot = await startBot(discord, town.newsroom, { token: null, publicKey: hex })
})
afterEach(async () => {
  await bot.stop()
  await Promise.all([discord.stop(), town.close()])
  expect(discord.violations).toEqual([])
})

const ADDRESS = 'https://readback.example/discord/interactions'

/** What the bot's route answers to a request. */
async function answer(request: Request): Promise<Response> {
  const [route] = bot.routes
  if (!route) throw new Error('The bot has no route.')
  return route.answer(request)
}
const deliver = (body: string, how = {}) => answer(delivery(ADDRESS, body, { secret, ...how }))
const post = (payload: object, how = {}) => deliver(JSON.stringify(payload), how)

/** What somebody first sees of an interaction that is delivered over HTTP. */
async function first(payload: Payload): Promise<Message> {
  const response = await post(payload)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  return Allowed.parse(await response.json())
}

describe('interactions over HTTP', () => {
  it('begin with a ping', async () => {
    const response = await post(ping)
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }])
  })

  it('are answered as at the gateway', async () => {
    const answer = await first(sends('quote', { question: 'who said please' }))
    expect(textOf(answer)).toContain('“We say please to the sea, and the sea says no,”')
    expect(textOf(await first(presses(buttonOf(answer, 'More'))))).toContain('**4.**')
    expect((await first(types('quote', 'speaker', 'm'))).data.choices).toHaveLength(1)
    expect(discord.gateway.botActions).toEqual([])
  })

  it.each([
    ['with a signature of somebody else', { secret: newKeys().secret }],
    ['with no signature', { signature: '' }],
    ['with a signature that is none', { signature: 'zz'.repeat(64) }],
    ['with a signature of the wrong length', { signature: 'ab' }],
    ['signed long ago', { at: Date.now() - 3_600_000 }],
    ['signed in the future', { at: Date.now() + 3_600_000 }],
  ])('are refused %s', async (_, how) => {
    expect((await post(ping, how)).status).toBe(401)
  })

  it('are refused where the body is not what was signed', async () => {
    const other = delivery(ADDRESS, '{"type":2}', { secret })
    const forged = new Request(ADDRESS, {
      method: 'POST',
      body: JSON.stringify(ping),
      headers: other.headers,
    })
    expect((await answer(forged)).status).toBe(401)
  })

  it.each([
    ['what is no JSON', '{', 400],
    ['what is no interaction', '{"type":99}', 400],
    ['a body that never ends', ' '.repeat(1_100_000), 413],
  ])('take %s for what it is', async (_, body, status) => {
    expect((await deliver(body)).status).toBe(status)
  })

  it('are taken by POST alone, and once', async () => {
    expect((await answer(new Request(ADDRESS))).status).toBe(405)
    const payload = sends('quote', { question: 'who said please' })
    expect((await post(payload)).status).toBe(200)
    expect((await post(payload)).status).toBe(400)
  })

  it('are deferred where the answer takes long, and it comes over the API', async () => {
    await bot.stop()
    const gate = Promise.withResolvers<void>()
    const ask: Newsroom['ask'] = async (question, asked) => {
      await gate.promise
      return town.newsroom.ask(question, asked)
    }
    bot = await startBot(discord, { ...town.newsroom, ask }, { token: null, publicKey: hex })
    const payload = sends('quote', { question: 'who said please' })
    const edited = discord.edited(payload)
    expect(await first(payload)).toEqual({ type: 5, data: { flags: 64 } })
    discord.deferred(payload)
    gate.resolve()
    expect(textOf(await edited)).toContain('We say please')
  })
})
