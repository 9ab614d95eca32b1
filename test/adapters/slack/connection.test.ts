import { describe, expect, it } from 'vitest'
import { openCityDesk } from './city-desk.ts'
import { mention, shortcut } from './payloads.ts'

const desk = openCityDesk()

describe('a delivery that Slack makes twice', () => {
  it.each([
    ['slash_commands', () => desk.quote()],
    ['events_api', () => mention('who said please')],
    [
      'interactive',
      () => shortcut(desk.slack, 'check_quote', { text: '“they have to ask, and they have to say please”' }),
    ],
  ])('of %s is acknowledged twice and answered once', async (type, payloadOf) => {
    const payload = payloadOf()
    const deliveries = [await desk.slack.deliver(type, payload), await desk.slack.deliver(type, payload, 1)]
    await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
    expect(await desk.settled()).toHaveLength(1)
  })

  it('is answered once even where Readback was started again in between', async () => {
    const payload = mention('who said please')
    await desk.deliver('events_api', payload)
    await desk.slack.answered(1)
    await desk.restart()
    await desk.deliver('events_api', payload, 1)
    expect(await desk.settled()).toHaveLength(1)
  })
})

describe('the connection', () => {
  it.each([
    ['is refreshed', () => desk.slack.refresh()],
    ['breaks off', () => desk.slack.drop()],
  ])('is opened again when it %s, and what comes then is answered', async (_, end) => {
    end()
    await desk.slack.connected(2)
    await desk.deliver('events_api', mention('who said please'))
    expect(await desk.slack.answered(1)).toHaveLength(1)
  })

  it('is opened again after Slack refused to open it for a while', async () => {
    desk.slack.failNext('apps.connections.open', { status: 500 }, { hangUp: true })
    desk.slack.drop()
    await desk.slack.connected(2)
    await desk.deliver('events_api', mention('who said please'))
    expect(await desk.slack.answered(1)).toHaveLength(1)
  }, 20_000)

  it('that breaks off before an event is acknowledged brings no second answer when Slack delivers it again', async () => {
    const payload = mention('who said please')
    await desk.slack.deliver('events_api', payload)
    desk.slack.drop()
    await desk.slack.connected(2)
    await desk.deliver('events_api', payload, 1)
    await desk.slack.answered(1)
    expect(await desk.settled()).toHaveLength(1)
  })

  it('finishes what is under way before it stops', async () => {
    await desk.deliver('slash_commands', desk.quote())
    expect(await desk.settled()).toHaveLength(1)
  })
})

it('starts where Slack cannot be reached yet, and answers once it can', async () => {
  desk.slack.failNext('apps.connections.open', { status: 503 }, { hangUp: true })
  const second = await desk.startAnother()
  await desk.slack.connected(2)
  await second.stop()
  expect(second.lines.join('')).toContain('trying again')
})

it('starts nothing where Slack refuses the token, and says which', async () => {
  desk.slack.failNext('auth.test', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' })
  await expect(desk.startAnother()).rejects.toThrow(/SLACK_BOT_TOKEN.*invalid_auth/)
  desk.slack.failNext('apps.connections.open', {
    status: 200,
    body: '{"ok":false,"error":"not_allowed_token_type"}',
  })
  await expect(desk.startAnother()).rejects.toThrow(/SLACK_APP_TOKEN.*not_allowed_token_type/)
})
