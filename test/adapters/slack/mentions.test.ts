import { describe, expect, it } from 'vitest'
import { article } from '../../../src/answers/article.ts'
import { button, openCityDesk, shown, THREAD } from './city-desk.ts'
import { directMessage, event, mention } from './payloads.ts'

const desk = openCityDesk()

describe('a mention', () => {
  it('is answered in its thread, whether it stands in one or starts one', async () => {
    const asked = mention('who said please', { ts: '1700000010.000001' })
    const starting = await desk.ask('events_api', asked)
    expect(starting).toMatchObject({ method: 'chat.postMessage', args: { thread_ts: '1700000010.000001' } })
    const inside = await desk.ask('events_api', mention('who said please', { thread_ts: THREAD }))
    expect(inside).toMatchObject({ method: 'chat.postMessage', args: { thread_ts: THREAD } })
  })

  it('without words reads the thread, and says what it looked for', async () => {
    const answer = await desk.ask('events_api', mention('', { thread_ts: THREAD }))
    expect(shown(answer)).toContain('I say they have to ask, and they have to say sorry')
    expect(shown(answer)).toContain('Differs')
    expect(shown(answer)).toContain('{+please')
    expect(shown(answer)).toContain('Trump says cities must ask')
    expect(JSON.stringify(answer.args.blocks).match(/"rich_text_quote"/g)?.length).toBeLessThanOrEqual(5)
  })

  it('without words and without a thread is answered with what can be asked', async () => {
    const answer = await desk.ask('events_api', mention(''))
    expect(shown(answer)).toContain('What you can ask')
  })

  it('tells the asker alone how to invite it where the thread cannot be read', async () => {
    const answer = await desk.ask('events_api', mention('', { thread_ts: THREAD, channel: 'C2' }))
    expect(answer).toMatchObject({
      method: 'chat.postMessage',
      args: { channel: 'U0MARIA', text: expect.stringContaining('/invite @readback') },
    })
  })

  it('that Slack tells of again under another event id is answered once', async () => {
    const again = mention('who said please', { ts: '1700000010.900001' })
    await desk.deliver('events_api', again)
    await desk.deliver('events_api', { ...again, event_id: 'EvOther' })
    expect(await desk.settled()).toHaveLength(1)
  })

  it('that speaks to Readback first is answered, though it then speaks of somebody else', async () => {
    const answer = await desk.ask('events_api', mention('who said please? <@U0TOM> needs it'))
    expect(answer.args.text).toContain('“who said please?”')
  })

  it('without a quotation asks for one instead of a verdict, and tells the asker alone', async () => {
    const answer = await desk.ask('events_api', mention('check this'))
    expect(answer.method).toBe('chat.postEphemeral')
    expect(answer.args.text).toContain('Which quotation?')
  })

  it('that thanks or greets gets a line, and no search', async () => {
    expect((await desk.ask('events_api', mention('thanks!'))).args.text).toBe('You are welcome.')
    expect((await desk.ask('events_api', mention('hello'))).args.text).toMatch(/^Hello\./)
  })

  it('in a thread goes on from what stands above it: what is quoted, and what was asked', async () => {
    const inThread = (text: string, ts: string) =>
      desk.ask('events_api', mention(text, { thread_ts: THREAD, ts }))
    const checked = await inThread('is that right?', '1700000020.000001')
    expect(checked.args.text).toMatch(/^Differs: .*\nChecked: .*I say they have to ask/)
    await inThread('what did Trump say about please?', '1700000021.000001')
    expect((await inThread('and what about Quist?', '1700000022.000001')).args.text).not.toContain('Trump')
  })

  it('that goes on from nothing is asked back in a line, to the asker alone', async () => {
    const answer = await desk.ask('events_api', mention('why?'))
    expect(answer.method).toBe('chat.postEphemeral')
    expect(answer.args.text).toContain('I do not know what that goes on from.')
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
    await desk.deliver('events_api', payload)
    expect(await desk.settled()).toEqual([])
  })
})

describe('a direct message', () => {
  it('is answered in the thread that it starts', async () => {
    const answer = await desk.ask(
      'events_api',
      directMessage('check they have to ask, and they have to say please', { ts: '1700000011.000001' }),
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
    const answer = await desk.ask(
      'events_api',
      directMessage('What does our coverage have on what I am viewing?', { app_context }),
    )
    expect(shown(answer)).toContain('Differs')
  })

  it('offers prompts when the conversation is opened', async () => {
    const answer = await desk.ask(
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
    const home = await desk.ask(
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
    const answer = await desk.ask('events_api', shared(`${url}?utm_source=chat#:~:text=please`))
    expect(answer.method).toBe('chat.unfurl')
    expect(JSON.stringify(answer.args.unfurls)).toContain('Trump says cities must ask')
  })

  it('is shown in our own reader too, by the story’s id', async () => {
    const story = await desk.newsroom.ask(article, 'say please')
    const id = story.kind === 'found' ? story.article.articleId : ''
    const answer = await desk.ask('events_api', shared(`https://reader.bell.example/articles/${id}?v=1#p2`))
    expect(JSON.stringify(answer.args.unfurls)).toContain('Trump says cities must ask')
  })

  it('is shown while the message is being written', async () => {
    const answer = await desk.ask(
      'events_api',
      shared(url, { channel: 'COMPOSER', message_ts: 'composer', unfurl_id: 'U1.2', source: 'composer' }),
    )
    expect(answer.args).toMatchObject({ unfurl_id: 'U1.2', source: 'composer' })
  })

  it.each(['https://example.org/somebody-elses-story', 'https://example.org/'])(
    'is left alone where it is none: %s',
    async (link) => {
      await desk.deliver('events_api', shared(link))
      expect(await desk.settled()).toEqual([])
    },
  )
})
