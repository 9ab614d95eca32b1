import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILES } from '../web/town.ts'

const MAIN = join(import.meta.dirname, '../../../src/main.ts')

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'readback-serve-'))
  await mkdir(join(data, 'articles'))
  await writeFile(join(data, 'articles', 'ferry.md'), FILES['ferry.md'])
})
afterAll(() => rm(data, { recursive: true }))

/** Starts the program as a service is started: with nothing to read from. */
const started = (env: Record<string, string>) =>
  spawn(process.execPath, [MAIN], {
    env: { ...process.env, READBACK_DATA: data, READBACK_LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

describe('the program as a service', { timeout: 30_000 }, () => {
  it('says where the reader is, serves it, and leaves when it is told to', async () => {
    const program = started({ READBACK_PORT: '0' })
    const [line] = await once(createInterface(program.stdout), 'line')
    const [address] = /http:\/\/127\.0\.0\.1:\d+$/.exec(String(line)) ?? ['']
    const page = await fetch(`${address}/?command=quote&q=please`)
    expect(await page.text()).toContain('and the sea says no')
    program.kill('SIGTERM')
    expect(await once(program, 'exit')).toEqual([0, null])
  })

  it('does not start where it would be open to the world', async () => {
    const program = started({ READBACK_HOST: '0.0.0.0', READBACK_PORT: '0' })
    const [line] = await once(createInterface(program.stderr), 'line')
    expect(line).toMatch(/^READBACK_HOST=0\.0\.0\.0 would open the reader .* Set READBACK_TOKEN/)
    expect((await once(program, 'exit'))[0]).toBe(1)
  })
})
