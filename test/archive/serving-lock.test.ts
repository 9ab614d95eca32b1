import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { holdFolder } from '../../src/archive/serving-lock.ts'
import { UserError } from '../../src/errors.ts'

const LOCK = join(import.meta.dirname, '../../src/archive/serving-lock.ts')

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'readback-lock-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

describe('a data folder that is served', () => {
  it('is held by one program; another is told by whom, and since when', async () => {
    const data = await folder()
    const letGo = holdFolder(data, new Date('2026-02-04T06:00:00Z'))
    expect(() => holdFolder(data, new Date())).toThrow(UserError)
    expect(() => holdFolder(data, new Date())).toThrow(
      new RegExp(`process ${process.pid} on .*, since 2026-02-04T06:00:00.000Z`),
    )
    letGo()
    holdFolder(data, new Date())()
  })

  it('is free again when its program was killed', async () => {
    const data = await folder()
    const holding = `const { holdFolder } = await import(${JSON.stringify(LOCK)}); holdFolder(${JSON.stringify(data)}, new Date()); console.log('held'); setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '-e', holding])
    await once(other.stdout, 'data')
    expect(() => holdFolder(data, new Date())).toThrow(new RegExp(`process ${other.pid}`))
    const ended = once(other, 'exit')
    other.kill('SIGKILL')
    await ended
    holdFolder(data, new Date())()
  })
})
