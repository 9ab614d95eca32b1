import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HarbourNewsroom, openHarbourNewsroom } from './loopback/harbour-newsroom.ts'
import { presses, sends } from './loopback/interactions.ts'
import { type Discord, startLoopbackDiscord, TOKEN } from './loopback/loopback-discord.ts'
import { buttonOf, textOf } from './loopback/running.ts'
import { delivery, newKeys } from './loopback/webhook.ts'

const MAIN = join(import.meta.dirname, '../../../src/main.ts')

let discord: Discord
let town: HarbourNewsroom
beforeEach(async () => {
  ;[discord, town] = await Promise.all([startLoopbackDiscord(), openHarbourNewsroom()])
})
afterEach(async () => {
  await Promise.all([discord.stop(), town.close()])
})

/** Runs the program with nothing set but what Discord needs. */
function readback(words: string[], env: Record<string, string> = {}): ChildProcess {
  const settings = { READBACK_DATA: town.data, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api, ...env }
  return spawn(process.execPath, [MAIN, ...words], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('the program with a token', { timeout: 30_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers in Discord until %s, and leaves the gateway cleanly',
    async (signal) => {
      const program = readback([])
      await discord.gateway.arrived(1)
      expect(textOf(await discord.first(sends('quote', { question: 'who said please' })))).toContain(
        'We say please',
      )
      program.kill(signal)
      const [code] = await once(program, 'exit')
      expect(code).toBe(0)
      expect(discord.gateway.botActions).toEqual(['identify 4608', 'left 1000'])
    },
  )

  it('corrects what was shared when somebody kills the story from another terminal', async () => {
    const program = readback([])
    await discord.gateway.arrived(1)
    const answer = await discord.first(sends('quote', { question: 'please sea' }))
    await discord.first(presses(buttonOf(answer, 'Share to channel')))
    expect(textOf(discord.channel()[0])).toContain('We say please to the sea')
    await once(readback(['kill', 'https://bell.example/ferry', '--reason', 'A hoax']), 'exit')
    await discord.until(() => discord.posts.length > 0)
    expect(textOf(discord.channel()[0])).not.toContain('We say please to the sea')
    expect(textOf(discord.posts[0])).toContain('may not be used at present')
    program.kill('SIGTERM')
    expect(await once(program, 'exit')).toEqual([0, null])
    expect(discord.violations).toEqual([])
  })

  it('registers the commands where anything is different', async () => {
    const registering = async (...words: string[]) => {
      const { stdout } = readback(['register', ...words])
      return stdout ? text(stdout) : ''
    }
    expect(await registering('--dry-run')).toMatch(/\+ \/quote[\s\S]*nothing written/)
    expect(await registering('--guild', '1234')).toMatch(/\+ Find context[\s\S]*in server 1234; registered/)
    expect(await registering('--guild', '1234')).toMatch(/^Nothing to register in server 1234/)
    expect(discord.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
  })

  /** Where the program says that its reader is. */
  async function readerOf({ stdout }: ChildProcess): Promise<string> {
    for await (const chunk of stdout ?? []) {
      const [, address] = /The reader is at (\S+)/.exec(String(chunk)) ?? []
      if (address) return address
    }
    throw new Error('The program ended without a reader.')
  }

  it('takes interactions on the reader’s port where the public key is set', async () => {
    const { hex, secret } = newKeys()
    const program = readback([], { DISCORD_PUBLIC_KEY: hex, READBACK_PORT: '0' })
    const address = `${await readerOf(program)}/discord/interactions`
    const asked = JSON.stringify(sends('quote', { question: 'who said please' }))
    expect(textOf(await (await fetch(delivery(address, asked, { secret }))).json())).toContain(
      'We say please',
    )
    expect((await fetch(delivery(address, asked, { secret: newKeys().secret }))).status).toBe(401)
    expect(discord.gateway.botActions).toEqual([])
    program.kill('SIGTERM')
    expect(await once(program, 'exit')).toEqual([0, null])
  })

  it('runs the reader although Discord refuses the token', async () => {
    const program = readback([], { DISCORD_TOKEN: 'a-wrong-token', READBACK_PORT: '0' })
    const address = await readerOf(program)
    await once(program.stderr ?? program, 'data')
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    program.kill('SIGTERM')
    expect(await once(program, 'exit')).toEqual([0, null])
  })
})
