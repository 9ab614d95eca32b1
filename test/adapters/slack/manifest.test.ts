import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../../commands/index.ts'
import { manifestOf } from '../../../src/adapters/slack/manifest.ts'
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from '../../../src/adapters/slack/scopes.ts'

const between = (least: number, most: number) => z.string().min(least).max(most)
const request = z.url({ protocol: /^https$/ })
const command = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: between(1, 2_000),
  usage_hint: between(1, 1_000).optional(),
  should_escape: z.literal(true),
  url: request.optional(),
})

/** Slack’s limits to a manifest (https://docs.slack.dev/reference/app-manifest). */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: between(1, 35),
    description: between(1, 140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: between(1, 80), always_online: z.boolean() }),
    agent_view: z.strictObject({
      agent_description: between(1, 300),
      suggested_prompts: z
        .array(z.strictObject({ title: between(1, 75), message: between(1, 300) }))
        .min(1)
        .max(4),
    }),
    slash_commands: z.array(command).min(1).max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: between(1, 24),
          type: z.literal('message'),
          callback_id: between(1, 255),
          description: between(1, 150),
        }),
      )
      .max(10),
    unfurl_domains: z.array(z.hostname()).min(1).max(5).optional(),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()).max(255), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: request.optional(),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: request.optional() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

const usual = { prefix: '', domains: [], requests: null }
const requests = 'https://reader.bell.example'

describe('the manifest', () => {
  it.each([
    usual,
    { ...usual, requests },
    { prefix: 'the-tidewater-bell-', domains: ['bell.example', 'courier.example'], requests: null },
  ])('keeps Slack’s limits with %o', (reach) => {
    Manifest.parse(manifestOf(commands, reach))
  })

  it('has every command, by the name that it is typed by', () => {
    const { slash_commands } = manifestOf(commands, { ...usual, prefix: 'rb-' }).features
    expect(slash_commands.map(({ command }) => command)).toEqual(commands.map(({ name }) => `/rb-${name}`))
  })

  it('has no name that Slack keeps for itself', () => {
    const names = manifestOf(commands, usual).features.slash_commands.map(({ command }) => command)
    expect(names).toEqual(expect.arrayContaining(['/quote', '/readback-status', '/readback-help']))
    expect(names).not.toContain('/status')
  })

  it('says how a command is used', () => {
    const quote = manifestOf(commands, usual).features.slash_commands.find(
      ({ command }) => command === '/quote',
    )
    expect(quote?.usage_hint).toBe(
      'question [speaker:…] [outlet:…] [author:…] [article:…] [after:…] [before:…]',
    )
  })

  it('asks for no scope that a feature does not need, and never to read every message', () => {
    const { oauth_config, settings } = manifestOf(commands, usual)
    expect(oauth_config.scopes.bot).toEqual(Object.keys(BOT_SCOPES))
    expect(settings.event_subscriptions.bot_events).not.toContain('message.channels')
  })

  it('is for Socket Mode or for requests to one address', () => {
    const socket = manifestOf(commands, usual)
    const http = manifestOf(commands, { ...usual, requests })
    expect(socket.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(socket)).not.toContain('/slack/events')
    expect(http.settings.socket_mode_enabled).toBe(false)
    const urls = [
      http.settings.interactivity.request_url,
      ...http.features.slash_commands.map(({ url }) => url),
    ]
    expect(new Set(urls)).toEqual(new Set([`${requests}/slack/events`]))
  })

  it('is explained on the page for operators, scope by scope', async () => {
    const readme = await readFile('docs/operators.md', 'utf8')
    for (const [scope, reason] of Object.entries({ ...BOT_SCOPES, ...OPTIONAL_BOT_SCOPES }))
      expect(readme).toContain(`| \`${scope}\` | ${reason}`)
  })
})
