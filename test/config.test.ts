import { readFile } from 'node:fs/promises'
import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import { parseConfig, Settings } from '../src/config.ts'
import { UserError } from '../src/errors.ts'

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
  })

  it('takes a key that is left empty as not set', () => {
    expect(parseConfig({ READBACK_DATA: '', READBACK_LOG_LEVEL: '' })).toEqual(parseConfig({}))
  })

  it.each([
    'READBACK_LOG_LEVEL',
    'DISCORD_PUBLIC_KEY',
    'DISCORD_GUILD_ID',
    'DISCORD_API_URL',
    'DISCORD_TOKEN',
  ])('names %s where it is wrong, never its value', (key) => {
    const wrong = () => parseConfig({ [key]: 'a secret' })
    expect(wrong).toThrow(UserError)
    expect(wrong).toThrow(key)
    expect(wrong).not.toThrow(/a secret/)
  })

  it('has every key in .env.example, and no other', async () => {
    const example = parse(await readFile('.env.example', 'utf8'))
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(Settings.shape).toSorted())
    expect(() => parseConfig(example)).not.toThrow()
  })
})
