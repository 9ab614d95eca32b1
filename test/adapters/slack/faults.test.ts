import { describe, expect, it } from 'vitest'
import { openCityDesk } from './city-desk.ts'
import { directMessage, event, mention, press, slashCommand } from './payloads.ts'

const desk = openCityDesk()

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

  it.each([
    { status: 500, after: true },
    { hangUp: true, after: true },
  ])(
    'that took the answer and then failed (%o) is not sent it again: the asker is told to look',
    async (failure) => {
      desk.slack.failNext('response_url', failure)
      await desk.deliver('slash_commands', desk.quote())
      const [answer, told, ...others] = await desk.settled()
      expect(JSON.stringify(answer?.args.blocks)).toContain('they have to say ')
      expect(told?.args.text).toBe(
        'Slack did not confirm that my answer arrived. If you do not see it, ask again.',
      )
      expect(others).toEqual([])
    },
  )
})

describe('a post', () => {
  it.each([
    ['took effect and then failed', { status: 500, after: true }],
    ['took effect and was cut off', { hangUp: true, after: true }],
    [
      'took effect in trouble of Slack’s',
      { body: '{"ok":false,"error":"fatal_error"}', status: 200, after: true },
    ],
    ['met with trouble of Slack’s', { body: '{"ok":false,"error":"internal_error"}', status: 200 }],
    ['failed without effect', { status: 500 }],
    ['was cut off before', { hangUp: true }],
    ['is limited', { status: 429, headers: { 'Retry-After': '0' } }],
  ])('that %s stands in the thread once', async (_, failure) => {
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
    desk.slack.failNext('chat.postMessage', { status: 500 }, { status: 500 }, { status: 500 })
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
