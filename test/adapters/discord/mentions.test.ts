import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HarbourNewsroom, openHarbourNewsroom, storyOf } from './loopback/harbour-newsroom.ts'
import { APPLICATION, CHANNEL, GUILD } from './loopback/interactions.ts'
import { type Discord, startLoopbackDiscord } from './loopback/loopback-discord.ts'
import { type Bot, startBot, textOf } from './loopback/running.ts'

let discord: Discord
let town: HarbourNewsroom
let bot: Bot
beforeEach(async () => {
  ;[discord, town] = await Promise.all([startLoopbackDiscord(), openHarbourNewsroom()])
  bot = await startBot(discord, town.newsroom)
  await discord.gateway.arrived(1)
})
afterEach(async () => {
  await bot.stop()
  await Promise.all([discord.stop(), town.close()])
  expect(discord.violations).toEqual([])
})

let ids = 1_300_000_000_100

/** A message of Ines in a server, which mentions the bot where it begins, with what Discord tells besides. */
function message(text: string, more: object = {}) {
  const content = text.replaceAll('@readback', `<@${APPLICATION}>`).replaceAll('@ben', '<@42>')
  const mentions = [...content.matchAll(/<@(\d+)>/g)].map(([, id]) => ({ id, username: 'somebody' }))
  const author = { id: '7', username: 'ines' }
  return { id: String(ids++), channel_id: CHANNEL, guild_id: GUILD, content, author, mentions, ...more }
}

/** Says something, and returns the reply. */
async function reply(said: object) {
  const before = discord.posts.length
  discord.gateway.say(said)
  await discord.until(() => discord.posts.length > before)
  return discord.posts.at(-1)
}

describe('a mention of Readback', () => {
  it('is answered with a reply, and corrected later', async () => {
    town.newsroom.intake.watch({ tell: async () => {} })
    const said = message('@readback who said please to the sea?')
    const answer = await reply(said)
    expect(answer).toMatchObject({ channel: CHANNEL, message_reference: { message_id: said.id } })
    expect(textOf(answer)).toContain('We say please to the sea')
    await town.keep('ferry', storyOf('Ferry', 'No,', 'status: killed\n'))
    await discord.until(() => discord.posts.length > 1)
    expect(textOf(discord.posts[0])).not.toContain('We say please to the sea')
  })

  it('without words looks up the message that it replies to', async () => {
    const other = message('Is it ours? “We say please to the sea, and the sea says no”')
    const answer = await reply(message('@readback', { referenced_message: other }))
    expect(textOf(answer)).toContain('Exact: this is ours')
  })

  it('goes on from the message that it replies to, and from what it was asked before', async () => {
    const other = message('“We say sorry to the sea, and the sea says no”')
    const checked = await reply(message('@readback is that right?', { referenced_message: other }))
    expect(textOf(checked)).toContain('~~sorry~~')
    discord.said.push(message('@readback who said please?'), message('no idea'))
    expect(textOf(await reply(message('@readback and what about Quist?')))).toContain(
      'quotations for “please”',
    )
    expect(textOf(await reply(message('@readback thanks!')))).toBe('You are welcome.')
  })

  it('is answered once though it is told twice, and though Discord confirms nothing', async () => {
    let times = 2
    discord.trouble(({ path }) =>
      path.includes('/messages') && times-- > 0 ? { status: 502, effect: true } : null,
    )
    const said = message('@readback who said please?')
    await reply(said)
    discord.gateway.say(said)
    await reply(message('@readback hello'))
    expect(discord.posts).toHaveLength(2)
  })

  it.each([
    ['mentions somebody else', message('@ben and @readback, who said please?')],
    ['is by a bot', message('@readback who said please?', { author: { id: '8', bot: true } })],
    ['calls everybody', message('@readback who said please?', { mention_everyone: true })],
    ['does not mention it', message('who said please?')],
  ])('is no question where it %s', async (_, said) => {
    discord.gateway.say(said)
    expect(textOf(await reply(message('@readback hello')))).toMatch(/^Hello/)
    expect(discord.posts).toHaveLength(1)
  })

  it('first is answered though it then speaks of somebody else', async () => {
    expect(textOf(await reply(message('@readback who said please? @ben needs it')))).toContain(
      'for “who said please?”',
    )
  })

  it('in a direct message needs no mention', async () => {
    expect(textOf(await reply(message('who said please to the sea?', { guild_id: undefined })))).toContain(
      'We say please to the sea',
    )
  })
})
