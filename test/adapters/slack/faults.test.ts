import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { directMessage, event, mention, press, shortcut, slashCommand } from './payloads.ts'
import { openSampleNewsroom, startOver } from './running.ts'
import type { Channels } from './web-api.ts'

const channels = (): Channels =>
  new Map([
    [
      'C1',
      {
        member: true,
        messages: [{ ts: '1700000010.000001', user: 'U0MARIA', text: '<@U0BOT> who said please' }],
      },
    ],
    ['C2', { member: false, messages: [] }],
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

const quote = () => slashCommand(at.slack, '/quote', 'who said please')

/** Delivers, and waits until that is acknowledged. */
async function deliver(type: string, payload: object, retry = 0) {
  const { acknowledged } = await at.slack.deliver(type, payload, retry)
  await acknowledged
}

/** What Readback has sent once all that was delivered is done. */
async function settled() {
  await at.stop()
  return at.slack.answered(0)
}

describe('a delivery that Slack makes twice', () => {
  it.each([
    ['slash_commands', () => quote()],
    ['events_api', () => mention('who said please')],
    [
      'interactive',
      () => shortcut(at.slack, 'check_quote', { text: '“they have to ask, and they have to say please”' }),
    ],
  ])('of %s is acknowledged twice and answered once', async (type, payloadOf) => {
    const payload = payloadOf()
    const deliveries = [await at.slack.deliver(type, payload), await at.slack.deliver(type, payload, 1)]
    await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
    expect(await settled()).toHaveLength(1)
  })

  it('is answered once even where Readback was started again in between', async () => {
    const payload = mention('who said please')
    await deliver('events_api', payload)
    await at.slack.answered(1)
    await at.stop()
    at = await startOver(town, undefined, at.slack)
    await deliver('events_api', payload, 1)
    expect(await settled()).toHaveLength(1)
  })
})

describe('a response URL', () => {
  it.each([
    ['that says to wait', { status: 429, headers: { 'Retry-After': '0' } }],
    ['that is not there for a moment', { status: 503 }],
  ])('%s is tried again', async (_, failure) => {
    at.slack.failNext('response_url', failure)
    await deliver('slash_commands', quote())
    expect(await settled()).toMatchObject([{ method: 'response_url', args: { response_type: 'ephemeral' } }])
  })

  it('that is used up or too old leaves the asker an answer in the channel all the same', async () => {
    at.slack.failNext('response_url', { status: 404, body: 'expired_url' })
    await deliver('slash_commands', quote())
    expect(await settled()).toMatchObject([
      { method: 'chat.postEphemeral', args: { user: 'U0MARIA', channel: 'C1' } },
    ])
  })

  it('that is too old, in a channel that Readback is not in, leaves the asker an answer in a direct message', async () => {
    at.slack.failNext('response_url', { status: 404, body: 'expired_url' })
    await deliver('slash_commands', { ...quote(), channel_id: 'C2' })
    expect(await settled()).toMatchObject([{ method: 'chat.postMessage', args: { channel: 'U0MARIA' } }])
  })

  it.each([
    { status: 500, after: true },
    { hangUp: true, after: true },
  ])(
    'that took the answer and then failed (%o) is not sent it again: the asker is told to look',
    async (failure) => {
      at.slack.failNext('response_url', failure)
      await deliver('slash_commands', quote())
      const [answer, told, ...others] = await settled()
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
    ['failed without effect', { status: 500 }],
    ['was cut off before', { hangUp: true }],
    ['is limited', { status: 429, headers: { 'Retry-After': '0' } }],
  ])('that %s stands in the thread once', async (_, failure) => {
    at.slack.failNext('chat.postMessage', failure)
    await deliver('events_api', mention('who said please'))
    const sent = await settled()
    expect(sent).toMatchObject([{ method: 'chat.postMessage' }])
    const own = at.slack.channels.get('C1')?.messages.filter(({ bot_id }) => bot_id)
    expect(own).toHaveLength(1)
  })

  it('that nobody can look for is not made again: the asker is told to look', async () => {
    at.slack.failNext('chat.postMessage', { status: 500, after: true })
    at.slack.failNext('conversations.replies', {
      status: 200,
      body: '{"ok":false,"error":"missing_scope","needed":"channels:history"}',
    })
    await deliver('events_api', mention('who said please'))
    const [, told, ...others] = await settled()
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
    ['fatal_error', 'fatal_error'],
  ])('that Slack refuses with %s leaves the asker a sentence', async (error, words) => {
    at.slack.failNext('chat.postMessage', {
      status: 200,
      body: JSON.stringify({ ok: false, error, needed: 'chat:write' }),
    })
    await deliver('events_api', mention('who said please'))
    expect(await settled()).toMatchObject([
      { method: 'chat.postEphemeral', args: { user: 'U0MARIA', text: expect.stringContaining(words) } },
    ])
  })

  it('that is limited for long leaves the asker a sentence', async () => {
    at.slack.failNext('chat.postMessage', { status: 429, headers: { 'Retry-After': '600' } })
    await deliver('events_api', mention('who said please'))
    expect(await settled()).toMatchObject([{ args: { text: expect.stringContaining('in a minute') } }])
  })
})

describe('sharing', () => {
  it('shares nothing of a story that may not be quoted any more, and says so', async () => {
    await deliver('slash_commands', quote())
    const [answer] = await at.slack.answered(1)
    const share = JSON.stringify(answer?.args.blocks).match(/1:share:[\w-]{16}/)?.[0]
    await deliver('interactive', press(at.slack, `${share?.replace(/[\w-]{16}$/, 'a'.repeat(16))}:0`))
    expect(await settled()).toMatchObject([
      {},
      { args: { response_type: 'ephemeral', text: expect.stringContaining('no longer kept') } },
    ])
  })

  it('of a button of another Readback says to ask again', async () => {
    await deliver('interactive', press(at.slack, '7:do-something'))
    expect(await settled()).toMatchObject([{ args: { text: expect.stringContaining('Ask again') } }])
  })

  it('goes by a post where the response URL is used up', async () => {
    await deliver('slash_commands', quote())
    const [answer] = await at.slack.answered(1)
    const share = JSON.stringify(answer?.args.blocks).match(/1:share:[\w-]{16}:\d+/)?.[0] ?? ''
    at.slack.failNext('response_url', { status: 404, body: 'used_url' })
    await deliver('interactive', press(at.slack, share))
    expect(await settled()).toMatchObject([
      {},
      { method: 'chat.postMessage', args: { channel: 'C1' } },
      { args: { delete_original: true } },
    ])
  })
})

describe('the connection', () => {
  it.each([
    ['is refreshed', () => at.slack.refresh()],
    ['breaks off', () => at.slack.drop()],
  ])('is opened again when it %s, and what comes then is answered', async (_, end) => {
    end()
    await at.slack.connected(2)
    await deliver('events_api', mention('who said please'))
    expect(await at.slack.answered(1)).toHaveLength(1)
  })

  it('is opened again after Slack refused to open it for a while', async () => {
    at.slack.failNext('apps.connections.open', { status: 500 }, { hangUp: true })
    at.slack.drop()
    await at.slack.connected(2)
    await deliver('events_api', mention('who said please'))
    expect(await at.slack.answered(1)).toHaveLength(1)
  }, 20_000)

  it('that breaks off before an event is acknowledged brings no second answer when Slack delivers it again', async () => {
    const payload = mention('who said please')
    await at.slack.deliver('events_api', payload)
    at.slack.drop()
    await at.slack.connected(2)
    await deliver('events_api', payload, 1)
    await at.slack.answered(1)
    expect(await settled()).toHaveLength(1)
  })

  it('finishes what is under way before it stops', async () => {
    await deliver('slash_commands', quote())
    expect(await settled()).toHaveLength(1)
  })
})

describe('the log', () => {
  it('has no word that anybody wrote, no token and no response URL, whatever fails', async () => {
    const words = 'Zebedee Quillfeather'
    at.slack.failNext('chat.postMessage', { status: 500 }, { status: 500 }, { status: 500 })
    at.slack.failNext('response_url', { hangUp: true })
    await deliver('slash_commands', slashCommand(at.slack, '/quote', words))
    await deliver('events_api', mention(words))
    await deliver('events_api', directMessage(`status ${words}`))
    await deliver('events_api', event({ type: 'something_new', text: words }))
    await settled()
    expect(at.lines.length).toBeGreaterThan(0)
    expect(at.lines.join('')).not.toMatch(/Zebedee|Quillfeather|xoxb|xapp|\/response\//)
  })
})

it('starts where Slack cannot be reached yet, and answers once it can', async () => {
  at.slack.failNext('apps.connections.open', { status: 503 }, { hangUp: true })
  const second = await startOver(town, undefined, at.slack)
  await at.slack.connected(2)
  await second.stop()
  expect(second.lines.join('')).toContain('trying again')
})

it('starts nothing where Slack refuses the token, and says which', async () => {
  at.slack.failNext('auth.test', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' })
  await expect(startOver(town, undefined, at.slack)).rejects.toThrow(/SLACK_BOT_TOKEN.*invalid_auth/)
  at.slack.failNext('apps.connections.open', {
    status: 200,
    body: '{"ok":false,"error":"not_allowed_token_type"}',
  })
  await expect(startOver(town, undefined, at.slack)).rejects.toThrow(
    /SLACK_APP_TOKEN.*not_allowed_token_type/,
  )
})
