import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Sent } from './loopback-slack.ts'
import { directMessage, event, mention, press, shortcut, slashCommand } from './payloads.ts'
import { openSampleNewsroom, startOver } from './running.ts'
import type { Channels, Posted } from './web-api.ts'

type Blocks = { type: string; elements?: { value?: string; text: { text: string } }[] }[]

const person = (n: number, text: string): Posted => ({
  ts: `1700000000.${String(n).padStart(6, '0')}`,
  user: `U0P${n % 4}`,
  text,
  ...(n > 1 && { thread_ts: '1700000000.000001' }),
})
const thread = [
  'Morning! Is anybody on the *federal agents* piece?',
  'yes, me :wave:',
  'The desk wants what Trump told NBC, can someone check this?',
  '&gt; I say they have to ask, and they have to say sorry',
  'thanks!',
].map((text, i) => person(i + 1, text))

const channels = (): Channels =>
  new Map([
    ['C1', { member: true, messages: [...thread] }],
    ['C2', { member: false, messages: [...thread] }],
    ['D1', { member: true, messages: [] }],
  ])

let town: Awaited<ReturnType<typeof openSampleNewsroom>>
let at: Awaited<ReturnType<typeof startOver>>
beforeAll(async () => {
  town = await openSampleNewsroom()
})
afterAll(() => town.remove())
beforeEach(async () => {
  at = await startOver(town, channels())
})
afterEach(async () => {
  await at.stop()
  await at.slack.close()
  expect(at.slack.violations).toEqual([])
})

const shown = ({ args }: Sent) => JSON.stringify(args.blocks)
const button = ({ args }: Sent, label: RegExp) => {
  const all = (args.blocks as Blocks).flatMap(({ type, elements = [] }) =>
    type === 'actions' ? elements : [],
  )
  return all.find(({ text }) => label.test(text.text))?.value ?? ''
}
const last = (all: Sent[]): Sent => all.at(-1) ?? { method: 'none', args: {}, response: null }

async function ask(
  type: string,
  payload: object,
  answers = at.slack.sent.filter(
    ({ method }) =>
      method !== 'conversations.replies' && method !== 'auth.test' && method !== 'apps.connections.open',
  ).length + 1,
) {
  const { acknowledged } = await at.slack.deliver(type, payload)
  await acknowledged
  return last(await at.slack.answered(answers))
}

describe('a slash command', () => {
  it('is answered to the asker alone, with the words, their speaker and a citation', async () => {
    const answer = await ask('slash_commands', slashCommand(at.slack, '/quote', 'who said please'))
    expect(answer).toMatchObject({ method: 'response_url', args: { response_type: 'ephemeral' } })
    expect(shown(answer)).toContain('I say they have to ask, and they have to say ')
    expect(shown(answer)).toContain('Donald Trump, to NBC News’ Tom Llamas')
    expect(shown(answer)).toContain('Trump says cities must ask')
    expect(answer.args.text).toContain('“I say they have to ask, and they have to say please,”')
  })

  it('takes filters, and says how it is used where words are missing', async () => {
    const filtered = await ask(
      'slash_commands',
      slashCommand(at.slack, '/quote', 'please speaker:“San Francisco”'),
    )
    expect(shown(filtered)).toContain('San Francisco')
    expect(shown(filtered)).not.toContain('Tom Llamas')
    const usage = await ask('slash_commands', slashCommand(at.slack, '/check', ''))
    expect(usage.args.text).toContain('/check needs the quotation to check')
  })

  it('shows more, a whole paragraph, and the way back, in the place of the first answer', async () => {
    const answer = await ask('slash_commands', slashCommand(at.slack, '/quote', 'who said please'))
    const more = await ask('interactive', press(at.slack, button(answer, /^More$/)))
    expect(more.args).toMatchObject({ replace_original: true })
    const paragraph = await ask('interactive', press(at.slack, button(more, /^Whole paragraph/)))
    expect(paragraph.args).toMatchObject({ replace_original: true })
    expect(button(paragraph, /^Back$/)).not.toBe('')
  })

  it('is shared once, by name, and the private answer goes', async () => {
    const answer = await ask('slash_commands', slashCommand(at.slack, '/quote', 'who said please'))
    const share = button(answer, /^Share to channel$/)
    await at.slack.deliver('interactive', press(at.slack, share))
    await at.slack.deliver('interactive', press(at.slack, share))
    const [, shared, removed, ...others] = await at.slack.answered(3)
    expect(shared?.args).toMatchObject({ response_type: 'in_channel', replace_original: false })
    expect(shared && shown(shared)).toContain('Asked by maria')
    expect(shared && button(shared, /^Share/)).toBe('')
    expect(removed?.args).toEqual({ delete_original: true })
    expect(others).toEqual([])
  })

  it('that asks for help says what can be typed in Slack', async () => {
    const help = await ask('slash_commands', slashCommand(at.slack, '/readback-help', ''))
    for (const name of ['/quote', '/readback-status']) expect(shown(help)).toContain(`"${name}"`)
  })

  it('is rated, and says thank you', async () => {
    const answer = await ask('slash_commands', slashCommand(at.slack, '/quote', 'who said please'))
    const thanks = await ask('interactive', press(at.slack, button(answer, /^Not useful$/)))
    expect(thanks.args).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Thank you'),
    })
  })
})

describe('a shortcut on a message', () => {
  it('finds context in the thread around it, and shares it there', async () => {
    const message = { text: 'What did he say about the governor?', thread_ts: '1700000000.000001' }
    const answer = await ask('interactive', shortcut(at.slack, 'find_context', message))
    expect(answer).toMatchObject({
      method: 'response_url',
      args: { response_type: 'ephemeral', thread_ts: '1700000000.000001' },
    })
    expect(shown(answer)).toContain('Differs')
    await at.slack.deliver(
      'interactive',
      press(at.slack, button(answer, /^Share in thread$/), { thread_ts: '1700000000.000001' }),
    )
    const [, shared] = await at.slack.answered(3)
    expect(shared?.args).toMatchObject({ response_type: 'in_channel', thread_ts: '1700000000.000001' })
  })

  it('makes do with the message alone where Readback is no member, and says how to invite it', async () => {
    const message = {
      text: 'What does the hydrologist say about silt in Fairlead harbour?',
      thread_ts: '1700000000.000001',
    }
    const answer = await ask('interactive', shortcut(at.slack, 'find_context', message, 'C2'))
    expect(shown(answer)).toContain('silt')
    expect(shown(answer)).toContain('/invite @readback')
  })

  it('checks the quotation in it', async () => {
    const message = { text: 'Trump said “they have to ask, and they have to say sorry” yesterday' }
    const answer = await ask('interactive', shortcut(at.slack, 'check_quote', message))
    expect(shown(answer)).toContain('Differs')
    expect(shown(answer)).toContain('{+please+}')
    expect(shown(answer)).toContain('[-sorry-]')
  })
})

describe('a mention', () => {
  it('is answered in its thread, whether it stands in one or starts one', async () => {
    const starting = await ask('events_api', mention('who said please'))
    expect(starting).toMatchObject({ method: 'chat.postMessage', args: { thread_ts: '1700000010.000001' } })
    const inside = await ask('events_api', mention('who said please', { thread_ts: '1700000000.000001' }))
    expect(inside).toMatchObject({ method: 'chat.postMessage', args: { thread_ts: '1700000000.000001' } })
  })

  it('without words reads the thread, and says what it looked for', async () => {
    const answer = await ask('events_api', mention('', { thread_ts: '1700000000.000001' }))
    expect(shown(answer)).toContain('I say they have to ask, and they have to say sorry')
    expect(shown(answer)).toContain('Differs')
    expect(shown(answer)).toContain('{+please')
    expect(shown(answer)).toContain('Trump says cities must ask')
    expect(JSON.stringify(answer.args.blocks).match(/"rich_text_quote"/g)?.length).toBeLessThanOrEqual(5)
  })

  it('without words and without a thread is answered with what can be asked', async () => {
    const answer = await ask('events_api', mention(''))
    expect(shown(answer)).toContain('What you can ask')
  })

  it('tells the asker alone how to invite it where the thread cannot be read', async () => {
    const answer = await ask('events_api', mention('', { thread_ts: '1700000000.000001', channel: 'C2' }))
    expect(answer).toMatchObject({
      method: 'chat.postMessage',
      args: { channel: 'U0MARIA', text: expect.stringContaining('/invite @readback') },
    })
  })

  it.each([
    ['somebody else is mentioned', mention('and <@U0TOM>, who said please')],
    ['the channel is called', mention('<!channel> who said please')],
    ['a group is called', mention('<!subteam^S1|@desk> who said please')],
    ['a bot speaks', mention('who said please', { bot_id: 'B0OTHER' })],
    ['Readback itself speaks', mention('who said please', { user: 'U0BOT' })],
    [
      'a message is edited',
      mention('who said please', { edited: { user: 'U0MARIA', ts: '1700000012.000001' } }),
    ],
    ['a message is changed', directMessage('who said please', { subtype: 'message_changed' })],
    [
      'people talk in a channel',
      event({
        type: 'message',
        channel_type: 'channel',
        user: 'U0MARIA',
        text: 'who said please',
        ts: '1700000013.000001',
        channel: 'C1',
      }),
    ],
  ])('is none where %s', async (_, payload) => {
    await (await at.slack.deliver('events_api', payload)).acknowledged
    await at.stop()
    expect(await at.slack.answered(0)).toEqual([])
  })
})

describe('a direct message', () => {
  it('is answered in the thread that it starts', async () => {
    const answer = await ask(
      'events_api',
      directMessage('check they have to ask, and they have to say please'),
    )
    expect(answer).toMatchObject({
      method: 'chat.postMessage',
      args: { channel: 'D1', thread_ts: '1700000011.000001' },
    })
    expect(shown(answer)).toContain('Exact')
    expect(button(answer, /^Share/)).toBe('')
  })

  it('looks up what is being viewed', async () => {
    const app_context = {
      entities: [
        {
          type: 'slack#/types/message_context',
          value: { channel_id: 'C1', message_ts: '1700000000.000004' },
        },
      ],
    }
    const answer = await ask(
      'events_api',
      directMessage('What does our coverage have on what I am viewing?', { app_context }),
    )
    expect(shown(answer)).toContain('Differs')
  })

  it('offers prompts when the conversation is opened', async () => {
    const answer = await ask(
      'events_api',
      event({ type: 'app_home_opened', tab: 'messages', user: 'U0MARIA', channel: 'D1' }),
    )
    expect(answer).toMatchObject({
      method: 'assistant.threads.setSuggestedPrompts',
      args: { channel_id: 'D1' },
    })
  })
})

describe('the Home tab', () => {
  it('says what can be asked, how fresh it is, and what becomes of it', async () => {
    const home = await ask(
      'events_api',
      event({ type: 'app_home_opened', tab: 'home', user: 'U0MARIA', channel: 'D1' }),
    )
    expect(home.method).toBe('views.publish')
    for (const words of ['/quote who said please', 'Indexed', 'Privacy', 'Find context'])
      expect(JSON.stringify(home.args.view)).toContain(words)
  })
})

describe('a link to one of our stories', () => {
  const url = 'https://example.org/readback-sample/trump-say-please'
  const shared = (link: string, more: object = {}) =>
    event({
      type: 'link_shared',
      user: 'U0MARIA',
      channel: 'C1',
      message_ts: '1700000014.000001',
      links: [{ domain: 'example.org', url: link }],
      ...more,
    })

  it('is shown with what it leads to, wherever it stands in the story', async () => {
    const answer = await ask('events_api', shared(`${url}?utm_source=chat#:~:text=please`))
    expect(answer.method).toBe('chat.unfurl')
    expect(JSON.stringify(answer.args.unfurls)).toContain('Trump says cities must ask')
  })

  it('is shown in our own reader too, by the story’s id', async () => {
    const story = await town.newsroom.article('say please')
    const id = story.kind === 'found' ? story.article.articleId : ''
    const answer = await ask('events_api', shared(`https://reader.bell.example/articles/${id}?v=1#p2`))
    expect(JSON.stringify(answer.args.unfurls)).toContain('Trump says cities must ask')
  })

  it('is shown while the message is being written', async () => {
    const answer = await ask(
      'events_api',
      shared(url, { channel: 'COMPOSER', message_ts: 'composer', unfurl_id: 'U1.2', source: 'composer' }),
    )
    expect(answer.args).toMatchObject({ unfurl_id: 'U1.2', source: 'composer' })
  })

  it.each(['https://example.org/somebody-elses-story', 'https://example.org/'])(
    'is left alone where it is none: %s',
    async (link) => {
      await (await at.slack.deliver('events_api', shared(link))).acknowledged
      await at.stop()
      expect(await at.slack.answered(0)).toEqual([])
    },
  )
})
