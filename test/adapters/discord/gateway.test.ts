import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HarbourNewsroom, openHarbourNewsroom, storyOf } from './loopback/harbour-newsroom.ts'
import { chooses, GUILD, presses, sends, types } from './loopback/interactions.ts'
import { type Discord, startLoopbackDiscord } from './loopback/loopback-discord.ts'
import { type Bot, buttonOf, labelsOf, startBot, textOf } from './loopback/running.ts'

const EPHEMERAL = 64

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

describe('the Discord bot', () => {
  it('asks for no privileged intent: messages in servers and direct messages', () => {
    expect(discord.gateway.botActions).toEqual([`identify ${(1 << 9) | (1 << 12)}`])
  })

  it('answers /quote with the words, the speaker and the citation, for the asker alone', async () => {
    const first = await discord.first(sends('quote', { question: 'who said please' }))
    expect([first.type, first.data.flags & EPHEMERAL]).toEqual([4, EPHEMERAL])
    expect(textOf(first)).toContain('“We say please to the sea, and the sea says no,”')
    expect(textOf(first)).toContain('Mara Quist, to the Bell')
    expect(textOf(first)).toMatch(
      /\[Ferry stays in harbour\]\(<https:\/\/bell\.example\/ferry>\) · The Tidewater Bell/,
    )
    expect(labelsOf(first)).toContain('Read in the story')
  })

  it('answers in the channel where that is asked for', async () => {
    const first = await discord.first(sends('quote', { question: 'who said please', public: true }))
    expect(first.data.flags & EPHEMERAL).toBe(0)
    expect(labelsOf(first)).not.toContain('Share to channel')
  })

  it('takes the typed options', async () => {
    const asked = { question: 'please', speaker: 'Mara Quist', article: 'tug', after: '2026-01-01' }
    const first = await discord.first(sends('quote', asked))
    expect(textOf(first)).toContain('Nobody on this quay has ever asked a tug')
    expect(textOf(first)).not.toContain('otter')
  })

  it('says what was searched when there is nothing, and offers nothing to press', async () => {
    const first = await discord.first(sends('quote', { question: 'zebra crossing' }))
    expect(textOf(first)).toMatch(/Nothing in our coverage/)
    expect(labelsOf(first).filter((label) => label !== 'Read in the story')).toEqual([])
  })

  it.each(['status', 'help', 'coverage', 'speaker', 'article', 'context', 'check'])(
    'answers /%s',
    async (name) => {
      const words = {
        coverage: 'topic',
        speaker: 'name',
        article: 'article',
        context: 'question',
        check: 'quotation',
      }
      const option = words[name as keyof typeof words]
      const first = await discord.first(sends(name, option ? { [option]: 'ferry' } : {}))
      expect(textOf(first)).not.toBe('')
    },
  )

  it('says what a command needs', async () => {
    const first = await discord.first(sends('quote'))
    expect(textOf(first)).toContain('/quote needs words that were said')
    expect(first.data.flags & EPHEMERAL).toBe(EPHEMERAL)
  })

  it('suggests names from the coverage while somebody types, none of them from what is withheld', async () => {
    expect((await discord.first(types('quote', 'speaker', 'ma'))).data.choices).toEqual([
      { name: 'Mara Quist', value: 'Mara Quist' },
    ])
    const articles = (await discord.first(types('article', 'article', ''))).data.choices
    expect(articles.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      ['Ferry', 'Otter', 'Trawler', 'Tug'].map((name) => `${name} stays in harbour`),
    )
    expect((await discord.first(types('quote', 'question', 'pl'))).data.choices).toEqual([])
  })

  it('suggests speakers by what the stories call them', async () => {
    await town.keep(
      'pilot',
      storyOf('Pilot', 'No pilot, no pier,').replace('Mara Quist', 'Harbour Master Ida Marsh'),
    )
    for (const typed of ['harbour m', 'harbour master', 'Harbour'])
      expect((await discord.first(types('quote', 'speaker', typed))).data.choices).toContainEqual({
        name: 'Ida Marsh',
        value: 'Ida Marsh',
      })
    expect((await discord.first(types('quote', 'speaker', 'lighthouse k'))).data.choices).toEqual([])
  })

  it('takes a suggested article by its id', async () => {
    const [{ value }] = (await discord.first(types('article', 'article', 'tug'))).data.choices
    expect(textOf(await discord.first(sends('article', { article: value })))).toContain(
      'Tug stays in harbour',
    )
  })

  it('finds the context of a message, whatever carries its words', async () => {
    for (const message of [
      { content: 'Why is the otter still in the harbour? <@1> https://x.example' },
      { embeds: [{ title: 'The otter', description: 'is in the harbour' }] },
      { components: [{ type: 17, components: [{ type: 10, content: 'The otter in the harbour' }] }] },
    ])
      expect(textOf(await discord.first(chooses('Find context', message)))).toContain('Otter')
    expect(textOf(await discord.first(chooses('Find context', {})))).toContain('no words to look for')
  })

  it('checks the quotation in a message', async () => {
    const content = 'Did she say “we say please to the sea, and the sea says no”?'
    expect(textOf(await discord.first(chooses('Check this quote', { content })))).toMatch(/^### Exact/)
  })

  it('checks every quotation in a message, and what is not ours first', async () => {
    const content =
      'She said “We say please to the sea, and the sea says no”, then “We say sorry to the sea, and the sea says no” and “zebras graze on the northern pier”.'
    const text = textOf(await discord.first(chooses('Check this quote', { content })))
    expect(text).toMatch(/^### 3 quotations checked/)
    const lines = [...text.matchAll(/^“(\w+ \w+).*”: ([^(\n]*[^(\s])/gm)].map(
      ([, words, verdict]) => `${words}: ${verdict}`,
    )
    expect(lines).toEqual([
      'zebras graze: not in our coverage',
      'We say: differs in one word',
      'We say: exact',
    ])
  })

  it.each(['@everyone', '<@1>', '[x](http://evil.example)', '# big', '-# small'])(
    'shows %j from a story as text',
    async (text) => {
      await town.keep('ping', storyOf('Pinger', `${text} said the tannoy at noon,`))
      const first = await discord.first(sends('quote', { question: 'tannoy noon' }))
      expect(textOf(first)).toContain('said the tannoy')
      expect(textOf(first)).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@|(?<!\\)\]\(http:|^# big|^-# small/m)
    },
  )

  it('answers what it is asked again, and knows what it does not know', async () => {
    expect(textOf(await discord.first(sends('nonsense')))).toContain('/help shows what can be asked')
    expect(textOf(await discord.first(presses('an older button')))).toContain('ask again')
  })

  it('logs no word of what was asked, and no token', async () => {
    await discord.first(sends('quote', { question: 'zebra crossing' }))
    const payload = sends('quote', { question: 'zebra' })
    await discord.first(payload)
    await bot.stop()
    expect(bot.logged.join('')).not.toMatch(/zebra/)
    expect(bot.logged.join('')).not.toContain(payload.token)
    expect(bot.logged.join('')).toContain(payload.id)
  })
})

describe('the buttons of an answer', () => {
  const asked = () => discord.first(sends('quote', { question: 'who said please' }))

  it('turn its pages in place', async () => {
    const first = await asked()
    expect(labelsOf(first)).not.toContain('Back')
    const second = await discord.first(presses(buttonOf(first, 'More')))
    expect(second.type).toBe(7)
    expect(textOf(second)).toContain('**4.**')
    expect(labelsOf(second)).not.toContain('More')
    const back = await discord.first(presses(buttonOf(second, 'Back')))
    expect(textOf(back)).toContain('**1.**')
  })

  it('show the whole paragraph, and lead back', async () => {
    const paragraph = await discord.first(presses(buttonOf(await asked(), 'Whole paragraph 1')))
    expect(textOf(paragraph)).toMatch(/> “\*\*.*\*\*” Mara Quist told the Bell\./)
    expect(textOf(await discord.first(presses(buttonOf(paragraph, 'Back'))))).toContain('**1.**')
  })

  it('lead to no paragraph from a passage that is one', async () => {
    const first = await discord.first(sends('context', { question: 'will the ferry stay in harbour' }))
    expect(labelsOf(first)).toContain('Share to channel')
    expect(labelsOf(first).join()).not.toContain('Whole paragraph')
  })

  it('share a page with the channel: who asked, and not what', async () => {
    const shared = await discord.first(presses(buttonOf(await asked(), 'Share to channel')))
    expect([shared.type, shared.data.flags & EPHEMERAL]).toEqual([4, 0])
    expect(textOf(shared)).toContain('Asked by Ines Okafor')
    expect(textOf(shared)).not.toContain('who said')
    expect(labelsOf(shared)).not.toContain('Share to channel')
  })

  it('share a check with its verdict, as the words stand in the message', async () => {
    const checked = async (quotation: string) => {
      const { data } = await discord.first(sends('check', { quotation }))
      const share = presses(buttonOf({ data }, 'Share to channel'), { components: data.components })
      return textOf(await discord.first(share))
    }
    const differs = await checked('We say sorry to the sea, and the sea says no')
    expect(differs).toMatch(
      /^### Ines Okafor checked a quotation: differs in one word\nChecked: We say sorry/,
    )
    expect(differs).toContain('~~sorry~~')
    expect(await checked('1. *zebras* graze [on] the <@1> northern pier')).toMatch(
      /^### Ines Okafor checked a quotation: not in our coverage\nChecked: 1\./,
    )
    expect(await checked('“We say please to the sea, and the sea says no” speaker:Quist')).toContain(
      'checked a quotation: exact',
    )
  })

  it('share it once however often they are pressed', async () => {
    const share = buttonOf(await asked(), 'Share to channel')
    const pressed = () => discord.first(presses(share, { message: '1300000000000000077' }))
    const texts = (await Promise.all([pressed(), pressed(), pressed()])).map(textOf)
    expect(texts.filter((text) => text.includes('Asked by Ines Okafor'))).toHaveLength(1)
    expect(texts.filter((text) => text === '-# This is shared already.')).toHaveLength(2)
    expect(textOf(await pressed())).toContain('shared already')
    expect(textOf(await discord.first(presses(share)))).toContain('Asked by')
  })

  it('give whoever presses them on a shared answer one of their own', async () => {
    const shared = await discord.first(presses(buttonOf(await asked(), 'Share to channel')))
    const own = await discord.first(presses(buttonOf(shared, 'More'), { isPublic: true }))
    expect([own.type, own.data.flags & EPHEMERAL]).toEqual([4, EPHEMERAL])
    const share = buttonOf(own, 'Share to channel')
    const twice = await discord.first(presses(share, { isPublic: true }))
    expect([textOf(twice), twice.data.flags & EPHEMERAL]).toEqual([
      expect.stringContaining('shared already'),
      EPHEMERAL,
    ])
  })

  it('count what people think, and say so', async () => {
    const first = await asked()
    for (const label of ['Useful', 'Not useful'])
      expect(textOf(await discord.first(presses(buttonOf(first, label))))).toContain('Thank you')
  })

  it('work after a restart', async () => {
    const first = await asked()
    await bot.stop()
    bot = await startBot(discord, await town.reopen())
    await discord.gateway.arrived(2)
    expect(textOf(await discord.first(presses(buttonOf(first, 'More'))))).toContain('**4.**')
  })

  it('show nothing that may not be quoted any more', async () => {
    const first = await asked()
    for (const name of ['Ferry', 'Tug', 'Otter', 'Trawler'])
      await town.keep(name.toLowerCase(), storyOf(name, 'No,', 'status: killed\n'))
    for (const label of ['More', 'Share to channel', 'Whole paragraph 1']) {
      const pressed = await discord.first(presses(buttonOf(first, label)))
      expect(textOf(pressed)).toMatch(/may (not )?be quoted any more/)
      expect(textOf(pressed)).not.toContain('please')
      if (label !== 'More') expect(pressed.data.flags & EPHEMERAL).toBe(EPHEMERAL)
    }
  })

  it('expire politely', async () => {
    const expired = buttonOf(await asked(), 'More').replace(/:[\w-]{16}:/, ':AAAAAAAAAAAAAAAA:')
    const pressed = await discord.first(presses(expired))
    expect([textOf(pressed), pressed.data.flags & EPHEMERAL]).toEqual([
      expect.stringContaining('ask again'),
      EPHEMERAL,
    ])
  })
})

describe('a bot for one server', () => {
  it('answers there, and nowhere else', async () => {
    await bot.stop()
    bot = await startBot(discord, town.newsroom, { guild: GUILD })
    await discord.gateway.arrived(2)
    const asked = () => sends('quote', { question: 'who said please' })
    expect(textOf(await discord.first(asked()))).toContain('We say please')
    const elsewhere = await discord.first({ ...asked(), guild_id: '42' })
    expect(textOf(elsewhere)).toContain('own server only')
    expect((await discord.first({ ...types('quote', 'speaker', ''), guild_id: '42' })).data.choices).toEqual(
      [],
    )
  })
})
