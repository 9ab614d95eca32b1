import { spawn } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../../intake/folder.ts'

const MAIN = join(import.meta.dirname, '../../../src/main.ts')
const FERRY = `---
headline: Ferry stays in harbour
---
“We say please to the sea, and the sea says no,” Mara Quist told the Bell.
`

/** Runs the program as an operator would, over a data folder. */
async function readback(data: string, ...words: string[]) {
  const env = { ...process.env, READBACK_DATA: data, READBACK_LOG_LEVEL: 'silent' }
  const program = spawn(process.execPath, [MAIN, ...words], { env })
  program.stdin.end()
  const ended = new Promise<number | null>((resolve) => program.on('close', resolve))
  const [out, err, code] = await Promise.all([text(program.stdout), text(program.stderr), ended])
  return { out, err, code }
}

async function filled() {
  const folder = await folderWith({ 'stories/ferry.md': FERRY })
  const data = join(folder, 'data')
  await readback(data, 'ingest', join(folder, 'stories'))
  return { folder, data }
}

describe('an operator', { timeout: 60_000 }, () => {
  it('moves an archive by backup and restore, and by export and import', async () => {
    const { folder, data } = await filled()
    const [backup, lines] = [join(folder, 'b.sqlite'), join(folder, 'e.ndjson')]
    expect(await readback(data, 'backup', backup)).toMatchObject({ err: '', code: 0 })
    expect(await readback(data, 'export', lines)).toMatchObject({ out: '', err: '', code: 0 })
    expect((await readback(data, 'export')).out).toBe(await readFile(lines, 'utf8'))
    const restored = await readback(join(folder, 'r'), 'restore', backup)
    expect(restored).toMatchObject({ err: '', code: 0 })
    const imported = await readback(join(folder, 'i'), 'import', lines)
    expect(imported.out).toBe('1 article, 1 version, 0 decisions, 0 erasures added.\n')
    for (const moved of ['r', 'i'])
      expect((await readback(join(folder, moved), 'quote', 'who said please')).out).toContain('— Mara Quist')
  })

  it('is told which line of an import is wrong, and why', async () => {
    const { folder, data } = await filled()
    const lines = join(folder, 'e.ndjson')
    await readback(data, 'export', lines)
    for (const [wrong, why] of [
      ['{"kind":"article"', 'is not a line of JSON'],
      ['{"kind":"article","id":"A b","keys":[]}', 'id: '],
    ] as const) {
      await writeFile(lines, `${wrong}\n`)
      const { err, code } = await readback(data, 'import', lines)
      expect([err, code]).toEqual([expect.stringContaining(`${lines}:1: ${why}`), 1])
    }
  })

  it('erases a story by its id, and is told of the file that it came from', async () => {
    const { folder, data } = await filled()
    const { out: answer } = await readback(data, 'quote', 'who said please', '--json')
    const id = JSON.parse(answer).evidence[0].citation.articleId
    const { out, code } = await readback(data, 'erase', id, '--reason', 'A court says so.')
    expect(code).toBe(0)
    expect(out).toContain(`${join(folder, 'stories', 'ferry.md')} is still there`)
    expect((await readback(data, 'quote', 'who said please')).out).toContain('Nothing in our coverage')
    expect(await readback(data, 'erase', id, '--reason', 'Again.')).toMatchObject({ code: 1 })
  })

  it.skipIf(process.platform === 'win32')('has files that nobody else can read', async () => {
    const { data } = await filled()
    const modes = ['.', 'readback.sqlite', 'readback.segments', 'readback.segments/manifest.json'].map(
      async (name) => ((await stat(join(data, name))).mode & 0o777).toString(8),
    )
    expect(await Promise.all(modes)).toEqual(['700', '600', '700', '600'])
  })

  it('asks an empty archive over the sample, and is told so, unless there is to be none', async () => {
    const data = await folderWith({})
    const asked = await readback(data, 'quote', 'who said please')
    expect(asked.out).toContain('Readback Sample')
    expect(asked.err).toContain('no coverage of your own yet')
    expect(await readback(data, '--no-sample', 'quote', 'who said please')).toMatchObject({
      out: expect.stringContaining('Nothing in our coverage'),
      err: '',
    })
  })
})
