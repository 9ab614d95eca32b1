import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Newsroom } from '../../../src/newsroom/newsroom.ts'
import { type HarbourNewsroom, openHarbourNewsroom, storyOf } from './loopback/harbour-newsroom.ts'
import { presses, sends } from './loopback/interactions.ts'
import {
  type Discord,
  type Message,
  type RequestFailure,
  startLoopbackDiscord,
} from './loopback/loopback-discord.ts'
import { type Bot, buttonOf, startBot, textOf } from './loopback/running.ts'

let discord: Discord
let town: HarbourNewsroom
let bot: Bot | null
beforeEach(async () => {
  bot = null
  ;[discord, town] = await Promise.all([startLoopbackDiscord({ heartbeat: 200 }), openHarbourNewsroom()])
})
afterEach(async () => {
  await bot?.stop()
  await Promise.all([discord.stop(), town.close()])
  expect(discord.violations).toEqual([])
})

const start = async (newsroom = town.newsroom) => {
  bot = await startBot(discord, newsroom)
  await bot.opened
  return bot
}
const question = () => sends('quote', { question: 'who said please' })
const isAnswered = (first: Message) => expect(textOf(first)).toContain('We say please')

/** Discord lets a bot identify once in 5 seconds, and discord.js keeps to that. */
const PATIENCE = 30_000

describe('the gateway', { timeout: PATIENCE }, () => {
  it.each([
    ['is cut', () => discord.gateway.cut(), 'resume'],
    ['tells the bot to reconnect', () => discord.gateway.reconnect(), 'resume'],
    ['says that the session is invalid', () => discord.gateway.invalidate(false), 'identify 4608'],
    ['says that the session may be resumed', () => discord.gateway.invalidate(true), 'resume'],
    ['goes silent', () => discord.gateway.goSilent(), 'resume'],
    ['closes for a reason unknown', () => discord.gateway.close(4000), 'resume'],
    ['closes on a session that timed out', () => discord.gateway.close(4009), 'resume'],
    ['closes on a sequence that is invalid', () => discord.gateway.close(4007), 'identify 4608'],
  ])('%s, and the bot is back by itself', async (_, happen, deed) => {
    await start()
    happen()
    await discord.gateway.arrived(2)
    expect(discord.gateway.botActions.at(-1)).toBe(deed)
    isAnswered(await discord.first(question()))
  })

  it('is cut, and what was asked meanwhile is answered once it is resumed', async () => {
    await start()
    discord.gateway.cut()
    const answers = [question(), question()].map((payload) => discord.first(payload))
    for (const first of await Promise.all(answers)) isAnswered(first)
    expect(discord.gateway.botActions).toContain('resume')
  })

  it.each(['when the bot starts', 'when it comes back'])(
    'refuses connections %s, and the bot keeps at it',
    async (when) => {
      if (when === 'when it comes back') await start()
      discord.gateway.refuse(2)
      const times = bot ? 2 : 1
      discord.gateway.cut()
      bot ??= await startBot(discord, town.newsroom)
      await discord.gateway.arrived(times)
      expect(discord.gateway.botActions.filter((deed) => deed === 'refused')).toHaveLength(2)
      isAnswered(await discord.first(question()))
    },
  )

  it.each([1, 2, 3])(
    'refuses the connection %d times after a cut, and what was asked meanwhile is answered once it is resumed',
    async (times) => {
      await start()
      discord.gateway.refuse(times)
      discord.gateway.cut()
      for (const first of await Promise.all(
        [question(), question()].map((payload) => discord.first(payload)),
      ))
        isAnswered(first)
      expect(discord.gateway.botActions.filter((deed) => deed.startsWith('identify'))).toHaveLength(1)
      expect(discord.gateway.botActions.at(-1)).toBe('resume')
    },
  )

  it('cannot be found out about at first, and the bot keeps at it', async () => {
    let times = 5
    discord.trouble(({ path }) =>
      path.includes('/gateway/bot') && times-- > 0 ? { status: 503, effect: false } : null,
    )
    await start()
    isAnswered(await discord.first(question()))
  })

  it('delivers a question twice, and the bot answers once', async () => {
    await start()
    const payload = question()
    await discord.first(payload)
    discord.gateway.dispatch(payload)
    isAnswered(await discord.first(question()))
    expect(discord.requests.filter((request) => request.includes(payload.token))).toHaveLength(1)
  })

  it('delivers what is no interaction, and the bot goes on', async () => {
    await start()
    discord.gateway.dispatch({ id: 'x', type: 99, token: '' })
    isAnswered(await discord.first(question()))
  })

  it('refuses the token, and the bot says so and rests', async () => {
    bot = await startBot(discord, town.newsroom, { token: 'a-wrong-token' })
    await bot.refused
    expect(bot.logged.join('')).not.toContain('a-wrong-token')
  })
})

describe('Discord’s API', { timeout: PATIENCE }, () => {
  /** Trouble for the first so many requests to a route. */
  const at = (
    route: RegExp,
    times: number,
    trouble: Partial<NonNullable<ReturnType<RequestFailure>>>,
  ): RequestFailure => {
    let left = times
    return ({ path }) => (route.test(path) && left-- > 0 ? { effect: false, ...trouble } : null)
  }
  const CALLBACK = /callback/
  const LIMITED = { message: 'You are being rate limited.', retry_after: 0.2, global: false }

  it.each<[string, RequestFailure]>([
    ['fails', at(CALLBACK, 2, { status: 500 })],
    ['is too busy', at(CALLBACK, 1, { status: 429, headers: { 'retry-after': '0.2' }, body: LIMITED })],
    ['hangs up', at(CALLBACK, 2, {})],
    ['hangs up after it took the answer', at(CALLBACK, 1, { effect: true })],
    ['fails after it took the answer', at(CALLBACK, 1, { status: 502, effect: true })],
  ])('%s, and the answer comes once', async (_, trouble) => {
    await start()
    discord.trouble(trouble)
    const shared = presses(buttonOf(await discord.first(question()), 'Share to channel'))
    discord.trouble(trouble)
    isAnswered(await discord.first(shared))
    isAnswered(await discord.first(question()))
    expect(discord.channel()).toHaveLength(1)
  })

  it.each([500, 502, 503, 504, undefined])(
    'takes the answer and then fails with %s each time, and the answer stands once and is corrected',
    async (status) => {
      await start()
      town.newsroom.intake.watch({ tell: async () => {} })
      const share = presses(buttonOf(await discord.first(question()), 'Share to channel'))
      discord.trouble(at(CALLBACK, 20, { ...(status && { status }), effect: true }))
      isAnswered(await discord.first(share))
      discord.trouble(null)
      await town.keep('ferry', storyOf('Ferry', 'No,', 'status: killed\n'))
      await discord.until(() => discord.posts.length > 0)
      expect(discord.channel()).toHaveLength(1)
      expect(textOf(discord.channel()[0])).not.toContain('We say please')
    },
  )

  it('fails nine times in a row, and the answer comes in time', async () => {
    await start()
    discord.trouble(at(CALLBACK, 9, { status: 502 }))
    isAnswered(await discord.first(question()))
  })

  it('refuses components and content of a page that was turned, and it comes as text', async () => {
    await start()
    const more = presses(buttonOf(await discord.first(question()), 'More'))
    discord.trouble(at(CALLBACK, 2, { status: 400, body: { code: 50035, message: 'Invalid Form Body' } }))
    const { data } = await discord.first(more)
    expect(data.flags).toBe(32768)
    expect(data.components).toMatchObject([{ type: 17, components: [{ type: 10 }] }])
    expect(textOf({ data })).toContain('**4.**')
  })

  it('refuses components, and the answer comes as plain content', async () => {
    await start()
    discord.trouble(at(CALLBACK, 1, { status: 400, body: { code: 50035, message: 'Invalid Form Body' } }))
    const { data } = await discord.first(question())
    expect(data.components?.every(({ type }: Message) => type === 1)).toBe(true)
    expect(data.content).toContain('We say please')
    expect(data.flags).toBe(64)
  })

  it('knows an interaction no more, and the log has its age and no token', async () => {
    const { logged } = await start()
    discord.trouble(at(CALLBACK, 1, { status: 404, body: { code: 10062, message: 'Unknown interaction' } }))
    const payload = question()
    void discord.first(payload)
    await discord.first(question())
    await bot?.stop()
    const line = logged.find((line) => line.includes(payload.id))
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      fault: 'too late',
      code: 10062,
      age: expect.any(Number),
    })
    expect(logged.join('')).not.toContain(payload.token)
  })
})

describe('an answer that takes long', { timeout: PATIENCE }, () => {
  /** A newsroom that has an answer only when it is told to. */
  function slow() {
    const gate = Promise.withResolvers<void>()
    const { newsroom } = town
    const ask: Newsroom['ask'] = async (question, asked) => {
      await gate.promise
      return newsroom.ask(question, asked)
    }
    return { newsroom: { ...newsroom, ask }, hurry: gate.resolve }
  }

  it.each([
    ['private', false, 64],
    ['public', true, 0],
  ])('is deferred, and comes %s as it was asked for', async (_, isPublic, flags) => {
    const { newsroom, hurry } = slow()
    await start(newsroom)
    const payload = sends('quote', { question: 'who said please', public: isPublic })
    expect(await discord.first(payload)).toEqual({ type: 5, data: { flags } })
    hurry()
    const edited = await discord.edited(payload)
    isAnswered(edited)
    expect(edited.flags).toBe(32768)
  })

  it('comes although the edit fails at first', async () => {
    const { newsroom, hurry } = slow()
    await start(newsroom)
    const payload = question()
    await discord.first(payload)
    let times = 2
    discord.trouble(({ path }) =>
      path.includes('@original') && times-- > 0 ? { status: 500, effect: false } : null,
    )
    hurry()
    isAnswered(await discord.edited(payload))
  })

  it('comes before the bot stops', async () => {
    const { newsroom, hurry } = slow()
    const { stop } = await start(newsroom)
    const payload = question()
    await discord.first(payload)
    const stopped = stop()
    bot = null
    hurry()
    isAnswered(await discord.edited(payload))
    await stopped
    expect(discord.gateway.botActions.at(-1)).toBe('left 1000')
  })
})

it('what goes wrong in the newsroom is told as one sentence with an id, and logged without the question', async () => {
  const { newsroom } = town
  const { logged } = await start({
    ...newsroom,
    ask: () => Promise.reject(new Error('the index is on fire')),
  })
  const first = await discord.first(question())
  expect(textOf(first)).toMatch(/Something went wrong here.*\b[0-9a-f]{8}\./)
  expect(first.data.flags & 64).toBe(64)
  expect(logged.join('')).toContain('on fire')
})
