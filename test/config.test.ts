import { readFile } from 'node:fs/promises'
import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { UserError } from '../src/errors.ts'
import { Settings } from '../src/settings.ts'

describe('the configuration', () => {
  it('is whole when nothing is set', () => {
    expect(parseConfig({})).toMatchObject({
      data: expect.stringMatching(/data$/),
      logLevel: 'warn',
      publicUrl: null,
      web: {
        host: '127.0.0.1',
        port: null,
        token: null,
        userHeader: null,
        requestsPerMinute: 120,
      },
    })
    expect(parseConfig({}).discord).toMatchObject({ token: null, publicKey: null, guild: null })
    expect(parseConfig({})).toMatchObject({ slack: null, slackApp: { prefix: '', domains: [] } })
  })

  it('takes a key that is left empty as not set', () => {
    expect(parseConfig({ READBACK_DATA: '', READBACK_LOG_LEVEL: '' })).toEqual(parseConfig({}))
  })

  it.each([
    'READBACK_LOG_LEVEL',
    'DISCORD_PUBLIC_KEY',
    'DISCORD_GUILD_ID',
    'DISCORD_OWNER_CHANNEL_ID',
    'DISCORD_API_URL',
    'SLACK_OWNER_CHANNEL_ID',
    'DISCORD_TOKEN',
  ])('names %s where it is wrong, never its value', (key) => {
    const wrong = () => parseConfig({ [key]: 'a secret' })
    expect(wrong).toThrow(UserError)
    expect(wrong).toThrow(key)
    expect(wrong).not.toThrow(/a secret/)
  })

  it.each([
    [{ READBACK_PROT: '7000' }, /READBACK_PROT is no setting: did you mean READBACK_PORT\?/],
    [{ SLACK_BOT_TOKN: 'xoxb-secret' }, /did you mean SLACK_BOT_TOKEN\?/],
    [{ DISCORD_SERVER: '1' }, /DISCORD_SERVER is no setting/],
    [{ READBACK_COLOUR_OF_THE_HARBOUR: 'grey' }, /\.env\.example lists those there are/],
  ])('refuses a setting that there is none of, with the nearest name: %o', (env, sentence) => {
    expect(() => parseConfig(env)).toThrow(UserError)
    expect(() => parseConfig(env)).toThrow(sentence)
    expect(() => parseConfig(env)).not.toThrow(/secret/)
  })

  it('takes no notice of what is set for other programs', () => {
    expect(parseConfig({ PATH: '/bin', SLACKER: '1', MY_READBACK_PORT: 'x' })).toEqual(parseConfig({}))
  })

  it.each([
    [{ READBACK_PORT: 'eighty' }, 'READBACK_PORT must be a port, from 0 to 65535.'],
    [{ READBACK_PUBLIC_URL: 'courier' }, 'READBACK_PUBLIC_URL must be an http or https address'],
    [
      { READBACK_TRUSTED_PROXIES: 'loopback, next door' },
      'READBACK_TRUSTED_PROXIES must be addresses or ranges',
    ],
    [{ SLACK_UNFURL_DOMAINS: 'a b c d e f' }, 'SLACK_UNFURL_DOMAINS must be at most five domains'],
  ])('says in words what a setting must be: %o', (env, sentence) => {
    expect(() => parseConfig(env)).toThrow(sentence)
  })

  it('has words for what each setting must be', () => {
    for (const [name, { description }] of Object.entries(Settings.shape))
      expect([name, description]).toEqual([name, expect.any(String)])
  })

  it('has every key in .env.example, and no other', async () => {
    const example = parse(await readFile('.env.example', 'utf8'))
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(Settings.shape).toSorted())
    expect(() => parseConfig(example)).not.toThrow()
  })

  it.each([
    ['Socket Mode, by its two tokens', { SLACK_APP_TOKEN: 'xapp-1' }, { kind: 'socket', appToken: 'xapp-1' }],
    [
      'requests, by the signing secret',
      { SLACK_SIGNING_SECRET: '0123456789abcdef' },
      { kind: 'http', signingSecret: '0123456789abcdef' },
    ],
  ])('answers in Slack over %s', (_, keys, transport) => {
    const { slack } = parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', ...keys })
    expect(slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: 'https://slack.com/api/',
      prefix: '',
      owners: null,
      transport,
    })
  })

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-secret' }, /SLACK_BOT_TOKEN is missing/],
    [{ SLACK_BOT_TOKEN: 'xoxb-secret' }, /SLACK_APP_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'xapp-secret' }, /SLACK_BOT_TOKEN/],
    [{ SLACK_COMMAND_PREFIX: 'Read Back ' }, /SLACK_COMMAND_PREFIX/],
  ])('says which of Slack’s keys is missing or wrong, and no secret: %o', (env, key) => {
    expect(() => parseConfig(env)).toThrow(key)
    expect(() => parseConfig(env)).not.toThrow(/secret/)
  })

  it('says what signing in by OpenID Connect takes, where something of it is missing', () => {
    const oidc = {
      READBACK_OIDC_ISSUER: 'https://id.bell.example',
      READBACK_OIDC_CLIENT_ID: 'readback',
      READBACK_OIDC_CLIENT_SECRET: 'secret',
    }
    expect(() => parseConfig(oidc)).toThrow(/READBACK_PUBLIC_URL/)
    const { web } = parseConfig({
      ...oidc,
      READBACK_PUBLIC_URL: 'https://bell.example',
      READBACK_EDITORS: 'ines, group:desk',
    })
    expect(web.oidc).toMatchObject({ issuer: 'https://id.bell.example', nameClaim: 'email' })
    expect(web.roles.editors).toEqual(['ines', 'group:desk'])
  })

  it('reads the domains whose links are unfurled', () => {
    const { slackApp } = parseConfig({ SLACK_UNFURL_DOMAINS: 'bell.example, courier.example' })
    expect(slackApp.domains).toEqual(['bell.example', 'courier.example'])
  })
})
