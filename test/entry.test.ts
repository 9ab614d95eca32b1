import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const run = promisify(execFile)
const SENTENCES = { LANG: 'C.UTF-8' }

/** What the entry says, and its exit code, on a Node of a version. */
async function entryOn(version: string): Promise<{ code: number; said: string }> {
  const asIf = `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} }); process.argv.splice(1, 0, 'readback.js'); import('./readback.js')`
  const ended = run(process.execPath, ['-e', asIf, '--', '--version'], { env: SENTENCES })
  return ended.then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stderr }) => ({ code, said: stderr.trim() }),
  )
}

describe('the entry of the program', () => {
  it.each(['12.22.0', '20.20.2', '23.9.0'])(
    'says in one sentence what is wrong on Node %s',
    async (version) => {
      const { code, said } = await entryOn(version)
      expect(code).toBe(1)
      expect(said).toBe(
        `Readback needs Node 24 or newer, and this is Node ${version}: run “npm install” in its folder, which brings the right one, and then “npm start”.`,
      )
    },
  )

  it('runs on the Node that it brings', async () => {
    expect(await entryOn(process.versions.node)).toEqual({ code: 0, said: packageJson.version })
    expect(packageJson.dependencies.node).toBe(process.versions.node)
  })
})
