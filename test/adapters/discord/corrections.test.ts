import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HarbourNewsroom, openHarbourNewsroom, storyOf } from './loopback/harbour-newsroom.ts'
import { CHANNEL, presses, sends } from './loopback/interactions.ts'
import { type Discord, type Message, startLoopbackDiscord } from './loopback/loopback-discord.ts'
import { type Bot, buttonOf, OWNERS, startBot, textOf } from './loopback/running.ts'

const SAID = 'We say please to the sea, and the sea says no'

let discord: Discord
let town: HarbourNewsroom
let bot: Bot
let arrivals: number
beforeEach(async () => {
  arrivals = 0
  ;[discord, town] = await Promise.all([startLoopbackDiscord(), openHarbourNewsroom()])
  await start()
})
afterEach(async () => {
  await bot.stop()
  await Promise.all([discord.stop(), town.close()])
  expect(discord.violations).toEqual([])
})

async function start(changes = {}) {
  bot = await startBot(discord, town.newsroom, changes)
  town.newsroom.intake.watch({ tell: async () => {} })
  await discord.gateway.arrived(++arrivals)
}

const lookups = () => discord.requests.filter((request) => /^GET .*@original$/.test(request)).length
const posting = () => textOf(discord.channel()[0])

/** Somebody shares what was said about the sea, and the bot has noted where. */
async function share() {
  const answer = await discord.first(sends('quote', { question: 'please sea' }))
  const before = lookups()
  await discord.first(presses(buttonOf(answer, 'Share to channel')))
  await discord.until(() => lookups() > before)
}

const ferry = (more: string, said = `${SAID},`) => town.keep('ferry', storyOf('Ferry', said, more))
const decide = (ruling: 'kill' | 'hold' | 'retract' | 'release', reason = 'A reason', name = 'ferry') =>
  town.newsroom.intake.decide(`https://bell.example/${name}`, { ruling, reason, by: 'desk' })

const edits = () =>
  discord.requests.filter((request) => request.startsWith(`PATCH /channels/${CHANNEL}/`)).length
const edited = async (work: () => Promise<unknown>) => {
  const before = edits()
  await work()
  await discord.until(() => edits() > before)
}
const told = async (count = 1): Promise<Message> => {
  await discord.until(() => discord.posts.length >= count)
  return discord.posts.at(-1)
}

describe('a story that was shared in Discord', () => {
  it('is corrected where it was shared, and before those who saw it', async () => {
    await share()
    await ferry('status: corrected\ncorrection: It was the deputy who spoke.\n')
    const word = await told()
    expect(word).toMatchObject({ channel: CHANNEL, message_reference: { fail_if_not_exists: false } })
    expect(textOf(word)).toContain(
      'Corrected since this was posted: Ferry stays in harbour (The Tidewater Bell, Jan 14, 2026). It was the deputy who spoke.',
    )
    expect(textOf(word)).not.toContain(SAID)
    expect(posting()).toContain('Corrected since this was posted')
    expect(posting()).toContain(SAID)
  })

  it.each([
    ['killed', 'kill'],
    ['on hold', 'hold'],
  ] as const)('is no longer quoted or named there once it is %s', async (_, ruling) => {
    await share()
    await decide(ruling)
    expect(textOf(await told())).toContain('may not be used at present')
    for (const text of [posting(), textOf(discord.posts[0])]) {
      expect(text).not.toContain(SAID)
      expect(text).not.toContain('Ferry')
    }
  })

  it('is named with the reason once it is retracted, and quoted no more', async () => {
    await share()
    await decide('retract', 'The harbour master was not there.')
    expect(textOf(await told())).toMatch(
      /Retracted since .* Ferry stays .* The harbour master was not there\./,
    )
    expect(posting()).not.toContain(SAID)
  })

  it('is quoted again once it is released', async () => {
    await share()
    await decide('hold')
    await told()
    await edited(() => decide('release'))
    expect(textOf(await told(2))).toContain('May be quoted again: Ferry stays in harbour')
    expect(posting()).toContain(SAID)
  })

  it('gets its word each time that it is held, however soon', async () => {
    await share()
    for (const [i, ruling] of (['hold', 'release', 'hold'] as const).entries()) {
      await decide(ruling)
      await told(i + 1)
    }
    expect(textOf(discord.posts[2])).toContain('may not be used at present')
  })

  it('is no longer quoted in words that it does not have any more', async () => {
    await share()
    await ferry('', 'We ask the sea, and the sea says no,')
    expect(textOf(await told())).toContain('words quoted here are no longer in the story')
    expect(posting()).not.toContain(SAID)
  })

  it('stays as it is when the story changes elsewhere', async () => {
    await share()
    await town.keep('ferry', `${storyOf('Ferry', `${SAID},`)}\nThe sea was not asked.\n`)
    await town.keep('tug', storyOf('Tug', 'Nobody says please to a tug,', 'status: killed\n'))
    await decide('kill')
    await told()
    expect([edits(), discord.posts.length]).toEqual([1, 1])
  })

  it('is corrected after a restart, when it changed in between', async () => {
    await share()
    await bot.stop()
    await town.reopen()
    await decide('kill')
    await town.reopen()
    await start()
    await told()
    expect(posting()).not.toContain(SAID)
  })

  it('is answered with a word alone where the bot may not edit', async () => {
    await share()
    discord.trouble(({ method, path }) =>
      path.includes('/channels/') && method === 'PATCH' ? FORBIDDEN : null,
    )
    await decide('kill')
    expect(textOf(await told())).toContain('may not be used at present')
  })

  it('is edited alone where the bot may not write', async () => {
    await share()
    discord.trouble(({ method, path }) =>
      path.includes('/channels/') && method === 'POST' ? FORBIDDEN : null,
    )
    await edited(() => decide('kill'))
    expect(posting()).not.toContain(SAID)
    expect(discord.posts).toEqual([])
  })

  it('is corrected, though Discord did not say that it was posted, nor knew of it at first', async () => {
    const answer = await discord.first(sends('quote', { question: 'please sea' }))
    let unknown = 1
    discord.trouble(({ method, path }) => {
      if (path.endsWith('/callback')) return { effect: true }
      return method === 'GET' && unknown-- > 0 ? { ...UNKNOWN, effect: false } : null
    })
    const before = lookups()
    await discord.first(presses(buttonOf(answer, 'Share to channel')))
    await discord.until(() => lookups() > before + 1)
    discord.trouble(null)
    await edited(() => decide('kill'))
    expect(posting()).not.toContain(SAID)
  })

  it('is named no more once it is killed, though nothing was quoted of it', async () => {
    await town.keep('pier', storyOf('Pier', '').replace(/“”.*/, 'It rained.'))
    await discord.first(sends('article', { article: 'https://bell.example/pier', public: true }))
    await discord.until(() => lookups() > 0)
    expect(posting()).toContain('Pier stays in harbour')
    await edited(() => decide('kill', 'A reason', 'pier'))
    expect(posting()).toContain('None of this may be quoted any more')
    expect(JSON.stringify(discord.channel())).not.toMatch(/pier/i)
    expect(discord.posts).toEqual([])
  })

  it('is forgotten where somebody has deleted it', async () => {
    await share()
    discord.clear()
    await edited(() => decide('kill'))
    await decide('release')
    await share()
    await decide('hold')
    await told()
    expect([edits(), discord.posts.length]).toEqual([2, 1])
  })
})

const UNKNOWN = { status: 404, body: { code: 10008, message: 'Unknown Message' } }
const FORBIDDEN = { status: 403, body: { code: 50013, message: 'Missing Permissions' }, effect: false }

describe('an answer that nobody else sees', () => {
  it('is not kept track of', async () => {
    await discord.first(sends('quote', { question: 'please sea' }))
    await share()
    expect(lookups()).toBe(1)
  })
})

describe('the bot without a token of its own', () => {
  it('says that no correction can follow, and looks up nothing', async () => {
    await bot.stop()
    const publicKey = '0'.repeat(64)
    bot = await startBot(discord, town.newsroom, { token: null, publicKey })
    expect(bot.logged.join()).toContain('no correction can follow')
  })
})

describe('the owners of the sources', () => {
  it('are told in their channel', async () => {
    await bot.owners?.tell('Coverage from *courier* is late: nothing new since Monday.')
    expect(discord.posts).toMatchObject([{ channel: OWNERS }])
    expect(textOf(discord.posts[0])).toContain('Coverage from \\*courier\\* is late')
  })
})
