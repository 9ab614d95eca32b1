import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { button, openCityDesk, shown, THREAD } from './city-desk.ts'
import type { Sent } from './loopback-slack.ts'
import { directMessage, event, mention, press } from './payloads.ts'

const desk = openCityDesk({ afresh: true })
beforeEach(() => desk.newsroom.intake.watch({ tell: async () => {} }))

const SAID = 'I say they have to ask, and they have to say please'
const HEADLINE = 'Trump says cities must ask'
const STORY = 'https://example.org/readback-sample/trump-say-please'

const decide = (ruling: 'kill' | 'hold' | 'retract' | 'correct' | 'release', reason = 'A reason') =>
  desk.newsroom.intake.decide(STORY, { ruling, reason, by: 'desk' })

let shares = 0

/** Maria shares what was said about asking: the post, by its channel and timestamp. */
async function share() {
  const answer = await desk.ask('slash_commands', desk.quote())
  const where = { message_ts: `17000001${String(shares++).padStart(2, '0')}.000001` }
  const pressed = press(desk.slack, button(answer, /^Share to channel$/), where)
  await next('response_url', () => desk.deliver('interactive', pressed))
  return String(desk.slack.channels.get('C1')?.messages.at(-1)?.ts)
}

const message = (ts: string, channel = 'C1') =>
  JSON.stringify(desk.slack.channels.get(channel)?.messages.find((one) => one.ts === ts))

const sentBy = (method: string) => desk.slack.sent.filter((one) => one.method === method)
async function next(method: string, work: () => Promise<unknown>): Promise<Sent> {
  const before = sentBy(method).length
  await work()
  while (sentBy(method).length <= before) await desk.slack.answered((await desk.slack.answered(0)).length + 1)
  return sentBy(method)[before] as Sent
}

describe('a story that was shared in Slack', () => {
  it('is corrected where it was shared, and before the channel', async () => {
    const ts = await share()
    const word = await next('chat.postMessage', () => decide('correct', 'It was said on Tuesday.'))
    expect(word.args).toMatchObject({ channel: 'C1', thread_ts: ts, reply_broadcast: 'true' })
    expect(shown(word)).toContain('Corrected since this was posted')
    expect(shown(word)).toContain('It was said on Tuesday.')
    expect(message(ts)).toContain('Corrected since this was posted')
    expect(message(ts)).toContain(SAID)
  })

  it.each([
    ['kill', /may not be used at present/, false],
    ['retract', /Retracted since this was posted/, true],
  ] as const)('is quoted there no more after a %s', async (ruling, word, named) => {
    const ts = await share()
    const told = await next('chat.postMessage', () => decide(ruling))
    expect(shown(told)).toMatch(word)
    expect(message(ts)).not.toContain(SAID)
    expect(message(ts).includes(HEADLINE)).toBe(named)
  })

  it('is answered by a word alone where Slack lets nobody edit any more', async () => {
    const ts = await share()
    desk.slack.failNext('chat.update', { status: 200, body: '{"ok":false,"error":"edit_window_closed"}' })
    const told = await next('chat.postMessage', () => decide('kill'))
    expect(told.args).toMatchObject({ thread_ts: ts })
  })

  it('is edited, and not told alone, where Slack has trouble of its own', async () => {
    const ts = await share()
    desk.slack.failNext('chat.update', { status: 200, body: '{"ok":false,"error":"internal_error"}' })
    await next('chat.postMessage', () => decide('kill'))
    expect(message(ts)).not.toContain(SAID)
  })

  it('gets its word each time that it is held', async () => {
    const ts = await share()
    for (const ruling of ['hold', 'release', 'hold'] as const)
      await next('chat.postMessage', () => decide(ruling))
    const thread = desk.slack.channels.get('C1')?.messages.filter((one) => one.thread_ts === ts)
    expect(thread?.map(({ text }) => /at present|again/.exec(text)?.[0])).toEqual([
      'at present',
      'again',
      'at present',
    ])
  })

  it('gets one word, though Slack did not say that it took it', async () => {
    const ts = await share()
    desk.slack.failNext('chat.postMessage', { after: true, status: 500 })
    await next('chat.postMessage', () => decide('kill'))
    await next('chat.update', () => decide('release'))
    const thread = desk.slack.channels.get('C1')?.messages.filter((one) => one.thread_ts === ts)
    expect(thread).toHaveLength(1)
  })

  it('gets no word where its message was deleted', async () => {
    const ts = await share()
    const channel = desk.slack.channels.get('C1')
    channel?.messages.splice(channel.messages.findIndex((one) => one.ts === ts))
    await decide('kill')
    await decide('release')
    const other = await share()
    const word = await next('chat.postMessage', () => decide('kill'))
    expect(word.args).toMatchObject({ thread_ts: other })
    expect(channel?.messages.filter((one) => one.thread_ts === ts)).toEqual([])
  })
})

describe('an answer in a thread', () => {
  it('is corrected in that thread', async () => {
    const answer = await desk.ask('events_api', mention('who said please', { thread_ts: THREAD }))
    expect(answer.args.text).toContain(SAID)
    const word = await next('chat.postMessage', () => decide('kill'))
    expect(word.args).toMatchObject({ thread_ts: THREAD, reply_broadcast: 'false' })
  })

  it('is corrected in a direct conversation, too', async () => {
    await desk.ask('events_api', directMessage('who said please'))
    const ts = String(desk.slack.channels.get('D1')?.messages.at(-1)?.ts)
    await next('chat.update', () => decide('kill'))
    expect(message(ts, 'D1')).not.toContain(SAID)
  })
})

describe('an answer of several messages', () => {
  const posted = () => desk.slack.channels.get('C1')?.messages.filter((one) => one.bot_id) ?? []
  const rule = (ruling: 'kill' | 'release') =>
    desk.newsroom.intake.decide('https://bell.example/ferry', { ruling, reason: 'A reason', by: 'desk' })

  /** A story in which three paragraphs on a zeppelin are as long as a message each. */
  beforeEach(async () => {
    const paragraphs = ['North', 'South', 'West'].map(
      (name) => `${name}: the zeppelin ${'drifted over the harbour and the town '.repeat(150)}`,
    )
    const front = '---\nheadline: Ferry adrift\nurl: https://bell.example/ferry\n---\n\n'
    const folder = await mkdtemp(join(tmpdir(), 'readback-long-'))
    await writeFile(join(folder, 'ferry.md'), front + paragraphs.join('\n\n'))
    await desk.newsroom.intake.ingest([folder])
    await rm(folder, { recursive: true })
  })
  const ask = () => desk.ask('events_api', mention('context zeppelin', { thread_ts: THREAD }))
  const askAll = async () => {
    await ask()
    while (posted().length < 3) await desk.slack.answered((await desk.slack.answered(0)).length + 1)
  }
  const quotes = () => posted().filter(({ blocks }) => /zeppelin/.test(JSON.stringify(blocks)))

  it('quotes in none of them what is killed, and does so again after a release', async () => {
    await askAll()
    expect(quotes().length).toBeGreaterThan(1)
    for (const ruling of ['kill', 'release', 'kill'] as const)
      await next('chat.postMessage', () => rule(ruling))
    expect(quotes()).toEqual([])
  })

  it('is corrected in the others where somebody deleted one', async () => {
    await askAll()
    const { messages = [] } = desk.slack.channels.get('C1') ?? {}
    messages.splice(messages.indexOf(posted()[0] as (typeof messages)[0]), 1)
    await next('chat.postMessage', () => rule('kill'))
    expect(quotes()).toEqual([])
  })

  it('is corrected in the others where one cannot be edited', async () => {
    await askAll()
    desk.slack.failNext('chat.update', { status: 200, body: '{"ok":false,"error":"edit_window_closed"}' })
    await next('chat.postMessage', () => rule('kill'))
    expect(quotes().length).toBeLessThan(2)
    while (quotes().length) await desk.slack.answered((await desk.slack.answered(0)).length + 1)
  })

  it('is corrected in what arrived, where the rest did not', async () => {
    const refused = { status: 200, body: '{"ok":false,"error":"is_archived"}' }
    desk.slack.failNext('chat.postMessage', { after: true }, refused)
    await ask()
    await next('chat.update', () => rule('kill'))
    expect(quotes()).toEqual([])
  })
})

describe('a page that was turned in a direct conversation', () => {
  it('is corrected as it reads by then', async () => {
    const answer = await desk.ask('events_api', directMessage('who said please'))
    const [message] = desk.slack.channels.get('D1')?.messages ?? []
    const where = {
      ephemeral: false,
      channel: 'D1',
      thread_ts: String(message?.thread_ts),
      message_ts: String(message?.ts),
    }
    await next('response_url', () =>
      desk.deliver('interactive', press(desk.slack, button(answer, /^More$/), where)),
    )
    await next('chat.update', () => decide('kill'))
    const corrected = sentBy('chat.update')
    expect(corrected).toHaveLength(1)
    expect(corrected[0]?.args.text).not.toContain(SAID)
    expect(corrected[0]?.args.text).toMatch(/^Words quoted here may not be used at present/)
  })
})

describe('a link to a story that shows what it leads to', () => {
  const shared = (links: string[], more: object = {}) =>
    event({
      type: 'link_shared',
      user: 'U0MARIA',
      channel: 'C1',
      message_ts: '1700000014.000001',
      links: links.map((url) => ({ domain: 'example.org', url })),
      ...more,
    })
  const unfurls = ({ args }: Sent) => JSON.stringify(args.unfurls)

  it('shows a correction, and nothing of a story that is killed', async () => {
    const shown = await desk.ask('events_api', shared([`${STORY}?from=chat`]))
    expect(unfurls(shown)).toContain('rich_text_quote')
    const corrected = await next('chat.unfurl', () => decide('correct', 'It was said on Tuesday.'))
    expect(corrected.args).toMatchObject({ channel: 'C1', ts: '1700000014.000001' })
    expect(unfurls(corrected)).toContain('It was said on Tuesday.')
    const killed = await next('chat.unfurl', () => decide('kill'))
    expect(Object.keys(killed.args.unfurls as object)).toEqual([`${STORY}?from=chat`])
    expect(unfurls(killed)).toContain('may not be used at present')
    expect(unfurls(killed)).not.toContain('Trump')
  })

  it('shows no story by name once it is killed, though nothing was quoted of it', async () => {
    const url = 'https://bell.example/pier'
    const folder = await mkdtemp(join(tmpdir(), 'readback-pier-'))
    await writeFile(
      join(folder, 'pier.md'),
      `---\nheadline: Pier burns\nurl: ${url}\n---\n\nThe pier burned.\n`,
    )
    await desk.newsroom.intake.ingest([folder])
    await rm(folder, { recursive: true })
    expect(unfurls(await desk.ask('events_api', shared([url])))).toContain('Pier burns')
    const killed = await next('chat.unfurl', () =>
      desk.newsroom.intake.decide(url, { ruling: 'kill', reason: 'A reason', by: 'desk' }),
    )
    expect(unfurls(killed)).not.toContain('Pier burns')
  })

  it('is not followed while its message is being written', async () => {
    const composing = { channel: 'COMPOSER', message_ts: 'composer', unfurl_id: 'U1.2', source: 'composer' }
    await desk.ask('events_api', shared([STORY], composing))
    await desk.ask('events_api', shared([STORY]))
    await next('chat.unfurl', () => decide('kill'))
    expect(sentBy('chat.unfurl')).toHaveLength(3)
  })
})

describe('the owners of the sources', () => {
  it('are told in their channel', async () => {
    const told = await next('chat.postMessage', () =>
      Promise.resolve(desk.owners?.tell('Coverage from courier is late.')),
    )
    expect(told.args).toMatchObject({ channel: 'C1', text: 'Coverage from courier is late.' })
  })
})
