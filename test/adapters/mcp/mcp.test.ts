import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { Answer } from '../../../src/answers/answer.ts'
import { FILES, openTown, readerOf } from '../web/town.ts'

let town: Awaited<ReturnType<typeof openTown>>
let data: string
beforeAll(async () => {
  town = await openTown()
  data = await mkdtemp(join(tmpdir(), 'readback-mcp-'))
  await mkdir(join(data, 'articles'))
  await writeFile(join(data, 'articles', 'ferry.md'), FILES['ferry.md'])
})
afterAll(async () => {
  await town.leave()
  await rm(data, { recursive: true })
})

/** Over HTTP, to the reader's own address. */
function overHttp(headers: Record<string, string> = {}) {
  const { app } = readerOf(
    town.newsroom,
    'authorization' in headers ? { token: 'the-heron-knows-the-way' } : {},
  )
  const toApp = async (url: string | URL, init?: RequestInit) => {
    const request = new Request(url, init)
    request.headers.set('host', 'localhost')
    return app.request(request)
  }
  return new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
    fetch: toApp,
    requestInit: { headers },
  }) as Transport
}

/** As an assistant on this machine starts it. */
const overStdio = () =>
  new StdioClientTransport({
    command: process.execPath,
    args: [join(import.meta.dirname, '../../../src/main.ts'), 'mcp'],
    env: { READBACK_DATA: data, READBACK_LOG_LEVEL: 'silent' },
  })

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'an editor’s assistant', version: '1' })
  await client.connect(transport)
  return client
}

describe.each([
  ['HTTP', overHttp],
  ['HTTP with a token', () => overHttp({ authorization: 'Bearer the-heron-knows-the-way' })],
  ['stdin and stdout', overStdio],
])('an assistant over %s', (_, transport) => {
  it('finds a tool for every command, none of which changes anything', async () => {
    const client = await connected(transport())
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(commands.map(({ name }) => name))
    for (const { annotations } of tools) expect(annotations?.readOnlyHint).toBe(true)
    const required = Object.fromEntries(tools.map(({ name, inputSchema }) => [name, inputSchema.required]))
    expect(required).toMatchObject({ check: ['quotation'], quote: undefined })
    await client.close()
  })

  it('is given the words as published, with their speaker and where they stand', async () => {
    const client = await connected(transport())
    const { content, structuredContent } = await client.callTool({
      name: 'quote',
      arguments: { question: 'who said please to the sea' },
    })
    expect(JSON.stringify(content)).toContain(
      '“We say please to the sea, and the sea says no,”\\n— Mara Quist, to the Bell\\nFerry stays in harbour · The Tidewater Bell',
    )
    expect(structuredContent).toMatchObject({ kind: 'found' })
    await client.close()
  })

  it.each(['please plese pleases sea', 'ferry ferries harbour harbor', 'Quist Quists'])(
    'reads each piece in the text letter for letter, and its data by their schema, for %j',
    async (question) => {
      const client = await connected(transport())
      const { content, structuredContent } = await client.callTool({
        name: 'quote',
        arguments: { question },
      })
      const { evidence, nearest } = Answer.parse(structuredContent)
      const [{ text = '' } = {}] = content as { text?: string }[]
      for (const piece of [...evidence, ...nearest]) expect(text).toContain(piece.text)
      expect(evidence.length + nearest.length).toBeGreaterThan(0)
      await client.close()
    },
  )

  it('is told in a sentence what is wrong', async () => {
    const client = await connected(transport())
    const answered = await client.callTool({
      name: 'quote',
      arguments: { question: 'x', after: 'gibberish' },
    })
    expect(answered).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('gibberish') }],
    })
    await client.close()
  })
})

describe('the address of the tools', () => {
  it('takes questions alone: no stream is held open', async () => {
    const answered = await readerOf(town.newsroom).get('/mcp', { accept: 'text/event-stream' })
    expect([answered.status, answered.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('an assistant without the token', () => {
  it('is sent away', async () => {
    const { post } = readerOf(town.newsroom, { token: 'the-heron-knows-the-way' })
    expect((await post('/mcp', '{}', { 'content-type': 'application/json' })).status).toBe(401)
  })
})
