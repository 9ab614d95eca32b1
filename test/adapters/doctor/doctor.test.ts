import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { examine } from '../../../src/adapters/doctor/doctor.ts'
import { type Finding, findingLines } from '../../../src/adapters/doctor/finding.ts'
import { parseConfig } from '../../../src/config.ts'
import { openNewsroom } from '../../../src/newsroom/newsroom.ts'

type Answer = { status?: number; headers?: Record<string, string>; body: unknown }

/** A server on loopback that answers each path with one answer, and 404 to all others. */
async function serve(answers: Record<string, Answer>): Promise<string> {
  const server = createServer((asked, answer) => {
    const given = answers[new URL(asked.url ?? '', 'http://loopback').pathname]
    answer.writeHead(given?.status ?? (given ? 200 : 404), {
      'content-type': 'application/json',
      ...given?.headers,
    })
    answer.end(typeof given?.body === 'string' ? given.body : JSON.stringify(given?.body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What the doctor finds with settings, over a data folder of its own. */
async function findings(
  settings: Record<string, string>,
  files: Record<string, string> = {},
): Promise<Finding[]> {
  const data = await mkdtemp(join(tmpdir(), 'readback-doctor-'))
  onTestFinished(() => rm(data, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(data, name), text)
  const config = parseConfig({ READBACK_DATA: data, READBACK_PORT: '0', ...settings })
  return examine(config, commands, async (use) => {
    const newsroom = await openNewsroom(config, pino({ level: 'silent' }))
    return use(newsroom).finally(newsroom.close)
  })
}

const about = (all: Finding[], matter: string) => all.filter(({ about }) => about === matter)

const SCOPES = 'commands,chat:write,app_mentions:read,channels:history,assistant:write,im:history'
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
const KNOWN = { ok: true, team: 'The Bell', user: 'readback' }

describe('the doctor', () => {
  it('finds nothing wrong with a reader on this machine, and says what is not set up yet', async () => {
    const all = await findings({})
    expect(all.filter(({ state }) => state === 'wrong')).toEqual([])
    expect(about(all, 'archive')).toMatchObject([
      { state: 'warning', mend: expect.stringContaining('ingest') },
    ])
    expect(about(all, 'Slack')).toMatchObject([{ state: 'fine', found: 'not configured' }])
  })

  it('says who may look into the data folder', async () => {
    const data = await mkdtemp(join(tmpdir(), 'readback-doctor-'))
    onTestFinished(() => rm(data, { recursive: true }))
    await chmod(data, 0o755)
    const [found] = about(await findings({ READBACK_DATA: data }), 'data folder')
    expect(found).toMatchObject({ state: 'warning', mend: expect.stringContaining('chmod 700') })
  })

  it('says that a reader would be open to everyone', async () => {
    const [found] = about(await findings({ READBACK_HOST: '0.0.0.0' }), 'access')
    expect(found).toMatchObject({ state: 'wrong', found: expect.stringContaining('READBACK_TOKEN') })
  })

  it('says that a port is another program’s', async () => {
    const port = new URL(await serve({})).port
    const [found] = about(await findings({ READBACK_PORT: port }), 'port')
    expect(found).toMatchObject({ state: 'wrong', mend: expect.stringContaining('READBACK_PORT') })
  })

  it('says whether the public address leads to a reader', async () => {
    const [ours, other] = [await serve({ '/desk/healthz': { body: 'alive' } }), await serve({})]
    expect(about(await findings({ READBACK_PUBLIC_URL: `${ours}/desk` }), 'public address')).toMatchObject([
      { state: 'fine' },
    ])
    expect(about(await findings({ READBACK_PUBLIC_URL: other }), 'public address')).toMatchObject([
      { state: 'warning', found: expect.stringContaining('404') },
    ])
  })

  it('says what of sources.yaml is wrong, by line', async () => {
    const all = await findings({}, { 'sources.yaml': 'sources:\n  - { name: courier, kind: feed }\n' })
    expect(about(all, 'archive')).toMatchObject([
      { state: 'wrong', found: expect.stringContaining('line 2') },
    ])
  })

  it('says whether Slack knows the tokens, and which scopes are missing', async () => {
    const api = await serve({
      '/auth.test': { headers: { 'x-oauth-scopes': SCOPES.replace('chat:write,', '') }, body: KNOWN },
      '/apps.connections.open': { body: { ok: false, error: 'invalid_auth' } },
    })
    const all = await findings({ ...SLACK, SLACK_API_URL: api })
    expect(about(all, 'Slack, bot token')).toMatchObject([
      { state: 'fine', found: '@readback in The Bell' },
      {
        state: 'wrong',
        found: expect.stringContaining('chat:write'),
        mend: expect.stringContaining('manifest'),
      },
      { state: 'fine', found: expect.stringContaining('links:read') },
    ])
    expect(about(all, 'Slack, app token')).toMatchObject([
      { state: 'wrong', found: expect.stringContaining('invalid_auth') },
    ])
  })

  it('says that our clock is wrong', async () => {
    const date = new Date(Date.now() + 600_000).toUTCString()
    const api = await serve({ '/auth.test': { headers: { 'x-oauth-scopes': SCOPES, date }, body: KNOWN } })
    const all = about(await findings({ ...SLACK, SLACK_API_URL: api }), 'Slack, bot token')
    expect(all.find(({ state }) => state === 'wrong')?.found).toMatch(
      /our clock is \d+ seconds behind theirs/,
    )
  })

  it('says whether Discord knows the token, and which commands are not registered', async () => {
    const api = await serve({
      '/v10/users/@me': { body: { username: 'readback' } },
      '/v10/applications/@me': { body: { id: '1' } },
      '/v10/applications/1/commands': { body: [] },
    })
    const known = await findings({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: api })
    expect(about(known, 'Discord, token')).toMatchObject([{ state: 'fine', found: 'the bot is readback' }])
    expect(about(known, 'Discord, commands')).toMatchObject([
      { state: 'warning', mend: expect.stringContaining('register') },
    ])
    const refusing = await serve({ '/v10/users/@me': { status: 401, body: {} } })
    const unknown = await findings({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: refusing })
    expect(about(unknown, 'Discord, token')).toMatchObject([
      { state: 'wrong', mend: expect.stringContaining('anew') },
    ])
  })

  it('says what cannot be reached, and no token', async () => {
    const all = await findings({ ...SLACK, SLACK_API_URL: await gone() })
    expect(about(all, 'Slack, bot token')).toMatchObject([
      { state: 'wrong', found: expect.stringContaining('cannot be reached') },
    ])
    expect(findingLines(all)).toMatch(/^✗ Slack, bot token: .*\n {4}\S/m)
    expect(findingLines(all)).not.toMatch(/xoxb-1|xapp-1/)
  })
})

/** An address at which nobody listens any more. */
async function gone(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}
