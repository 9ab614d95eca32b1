import { beforeEach, describe, expect, it } from 'vitest'
import { button, openCityDesk } from './city-desk.ts'
import type { Failure } from './loopback-slack.ts'
import { directMessage, event, mention, press, slashCommand } from './payloads.ts'

const desk = openCityDesk()

/** Each test presses buttons on messages of its own. */
let turn = 0
beforeEach(() => {
  turn++
})

/** How Slack fails, whether or not it carried a call out. */
const FAULTS = [{ status: 500 }, { status: 502 }, { status: 503 }, { status: 504 }, { hangUp: true }]

describe('a response URL', () => {
  it.each([
    ['that says to wait', { status: 429, headers: { 'Retry-After': '0' } }],
    ['that is not there for a moment', { status: 503 }],
  ])('%s is tried again', async (_, failure) => {
    desk.slack.failNext('response_url', failure)
    await desk.deliver('slash_commands', desk.quote())
    expect(await desk.settled()).toMatchObject([
      { method: 'response_url', args: { response_type: 'ephemeral' } },
    ])
  })

  it('that is used up or too old leaves the asker an answer in the channel all the same', async () => {
    desk.slack.failNext('response_url', { status: 404, body: 'expired_url' })
    await desk.deliver('slash_commands', desk.quote())
    expect(await desk.settled()).toMatchObject([
      { method: 'chat.postEphemeral', args: { user: 'U0MARIA', channel: 'C1' } },
    ])
  })

  it('that is too old, in a channel that Readback is not in, leaves the asker an answer in a direct message', async () => {
    desk.slack.failNext('response_url', { status: 404, body: 'expired_url' })
    await desk.deliver('slash_commands', { ...desk.quote(), channel_id: 'C2' })
    expect(await desk.settled()).toMatchObject([{ method: 'chat.postMessage', args: { channel: 'U0MARIA' } }])
  })

  it.each(FAULTS)(
    'that took the answer and then failed (%o) is sent it in its own place',
    async (failure) => {
      desk.slack.failNext('response_url', { ...failure, after: true }, { ...failure, after: true })
      await desk.deliver('slash_commands', desk.quote())
      const [first, ...others] = await desk.settled()
      expect(first?.args).toMatchObject({ replace_original: false })
      expect(others.map(({ args }) => [args.replace_original, args.text])).toEqual([
        [true, first?.args.text],
        [true, first?.args.text],
      ])
    },
  )

  it.each(FAULTS)('that failed (%o) is sent the answer again', async (failure) => {
    desk.slack.failNext('response_url', failure)
    await desk.deliver('slash_commands', desk.quote())
    expect(await desk.settled()).toHaveLength(1)
  })

  it('that took the answer each time and confirmed none is used up, and nothing else is shown', async () => {
    const failure = { status: 502, after: true }
    desk.slack.failNext('response_url', ...Array.from({ length: 5 }, () => failure))
    await desk.deliver('slash_commands', desk.quote())
    const sent = await desk.settled()
    expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['response_url']))
  })

  it('of a button on a public answer is not sent what it may have taken: it would replace that answer', async () => {
    const answer = await desk.ask('events_api', mention('who said please'))
    const more = press(desk.slack, button(answer, /^More$/), { ephemeral: false })
    desk.slack.failNext('response_url', { status: 500, after: true })
    await desk.deliver('interactive', more)
    const [, shown, told, ...others] = await desk.settled()
    expect(shown?.args).toMatchObject({ replace_original: false })
    expect(told?.args.text).toContain('did not confirm')
    expect(others).toEqual([])
  })
})

describe('a post', () => {
  it.each([
    ...FAULTS.map((failure) => [
      `took effect and then failed: ${JSON.stringify(failure)}`,
      { ...failure, after: true },
    ]),
    [
      'took effect in trouble of Slack’s',
      { body: '{"ok":false,"error":"fatal_error"}', status: 200, after: true },
    ],
    ['met with trouble of Slack’s', { body: '{"ok":false,"error":"internal_error"}', status: 200 }],
    ...FAULTS.map((failure) => [`failed without effect: ${JSON.stringify(failure)}`, failure]),
    ['is limited', { status: 429, headers: { 'Retry-After': '0' } }],
  ] as [string, Failure][])('that %s stands in the thread once', async (_, failure) => {
    desk.slack.failNext('chat.postMessage', failure)
    await desk.deliver('events_api', mention('who said please'))
    const sent = await desk.settled()
    expect(sent).toMatchObject([{ method: 'chat.postMessage' }])
    const own = desk.slack.channels.get('C1')?.messages.filter(({ bot_id }) => bot_id)
    expect(own).toHaveLength(1)
  })

  it('that nobody can look for is not made again: the asker is told to look', async () => {
    desk.slack.failNext('chat.postMessage', { status: 500, after: true })
    desk.slack.failNext('conversations.replies', {
      status: 200,
      body: '{"ok":false,"error":"missing_scope","needed":"channels:history"}',
    })
    await desk.deliver('events_api', mention('who said please'))
    const [, told, ...others] = await desk.settled()
    expect(told).toMatchObject({
      method: 'chat.postEphemeral',
      args: { text: expect.stringContaining('did not confirm') },
    })
    expect(others).toEqual([])
  })

  it.each([
    ['not_in_channel', '/invite @readback'],
    ['channel_not_found', '/invite @readback'],
    ['missing_scope', 'the permission chat:write'],
    ['is_archived', 'archived'],
    ['restricted_action', 'direct message'],
    ['team_access_not_granted', 'team_access_not_granted'],
  ])('that Slack refuses with %s leaves the asker a sentence', async (error, words) => {
    desk.slack.failNext('chat.postMessage', {
      status: 200,
      body: JSON.stringify({ ok: false, error, needed: 'chat:write' }),
    })
    await desk.deliver('events_api', mention('who said please'))
    expect(await desk.settled()).toMatchObject([
      { method: 'chat.postEphemeral', args: { user: 'U0MARIA', text: expect.stringContaining(words) } },
    ])
  })

  it('that is limited for long leaves the asker a sentence', async () => {
    desk.slack.failNext('chat.postMessage', { status: 429, headers: { 'Retry-After': '600' } })
    await desk.deliver('events_api', mention('who said please'))
    expect(await desk.settled()).toMatchObject([{ args: { text: expect.stringContaining('in a minute') } }])
  })
})

describe('sharing', () => {
  it('shares nothing of a story that may not be quoted any more, and says so', async () => {
    await desk.deliver('slash_commands', desk.quote())
    const [answer] = await desk.slack.answered(1)
    const share = JSON.stringify(answer?.args.blocks).match(/1:share:[\w-]{16}/)?.[0]
    await desk.deliver('interactive', press(desk.slack, `${share?.replace(/[\w-]{16}$/, 'a'.repeat(16))}:0`))
    expect(await desk.settled()).toMatchObject([
      {},
      { args: { response_type: 'ephemeral', text: expect.stringContaining('no longer kept') } },
    ])
  })

  it('of a button of another Readback says to ask again', async () => {
    await desk.deliver('interactive', press(desk.slack, '7:do-something'))
    expect(await desk.settled()).toMatchObject([{ args: { text: expect.stringContaining('Ask again') } }])
  })

  const ownIn = (channel: string) =>
    desk.slack.channels.get(channel)?.messages.filter(({ bot_id }) => bot_id) ?? []
  const shareButton = async () => button(await desk.ask('slash_commands', desk.quote()), /^Share to channel$/)

  it.each(FAULTS)('stands in the channel once though Slack failed over it: %o', async (failure) => {
    const share = await shareButton()
    desk.slack.failNext('chat.postMessage', failure, { ...failure, after: true })
    await desk.deliver(
      'interactive',
      press(desk.slack, share, { message_ts: `1700000070.0000${String(turn).padStart(2, '0')}` }),
    )
    await desk.settled()
    expect(ownIn('C1')).toHaveLength(1)
  })

  it('is done once however often its button is pressed', async () => {
    const share = await shareButton()
    const pressed = () =>
      press(desk.slack, share, { message_ts: `1700000071.0000${String(turn).padStart(2, '0')}` })
    await Promise.all([1, 2, 3].map(() => desk.deliver('interactive', pressed())))
    await desk.settled()
    expect(ownIn('C1')).toHaveLength(1)
  })

  it('that failed is done by another press', async () => {
    const share = await shareButton()
    const pressed = () =>
      press(desk.slack, share, { message_ts: `1700000072.0000${String(turn).padStart(2, '0')}` })
    desk.slack.failNext('chat.postMessage', { status: 500, after: true })
    desk.slack.failNext('conversations.history', ...Array.from({ length: 6 }, () => ({ status: 500 })))
    await desk.deliver('interactive', pressed())
    expect((await desk.slack.answered(3)).at(-1)?.args.text).toContain('did not confirm')
    await desk.deliver('interactive', pressed())
    await desk.settled()
    expect(ownIn('C1')).toHaveLength(1)
  })

  it('goes by the response URL where Slack takes no post', async () => {
    await desk.deliver('slash_commands', desk.quote())
    const [answer] = await desk.slack.answered(1)
    const share = JSON.stringify(answer?.args.blocks).match(/1:share:[\w-]{16}:\d+/)?.[0] ?? ''
    desk.slack.failNext('chat.postMessage', { status: 200, body: '{"ok":false,"error":"restricted_action"}' })
    await desk.deliver('interactive', press(desk.slack, share))
    expect(await desk.settled()).toMatchObject([
      {},
      { method: 'response_url', args: { response_type: 'in_channel' } },
      { method: 'response_url', args: { replace_original: true } },
    ])
  })
})

describe('the log', () => {
  it('has no word that anybody wrote, no token and no response URL, whatever fails', async () => {
    const words = 'Zebedee Quillfeather'
    desk.slack.failNext('chat.postMessage', { status: 200, body: '{"ok":false,"error":"is_archived"}' })
    desk.slack.failNext('response_url', { hangUp: true })
    await desk.deliver('slash_commands', slashCommand(desk.slack, '/quote', words))
    await desk.deliver('events_api', mention(words))
    await desk.deliver('events_api', directMessage(`status ${words}`))
    await desk.deliver('events_api', event({ type: 'something_new', text: words }))
    await desk.settled()
    expect(desk.lines.length).toBeGreaterThan(0)
    expect(desk.lines.join('')).not.toMatch(/Zebedee|Quillfeather|xoxb|xapp|\/response\//)
  })
})
