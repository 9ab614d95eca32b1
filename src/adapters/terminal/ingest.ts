import { SingleBar } from 'cli-progress'
import type { Newsroom } from '../../newsroom.ts'
import { inertLine } from '../../replies/inert.ts'
import { count } from '../../replies/phrases.ts'

/**
 * Takes files and folders in: a progress bar on stderr when that is a terminal, each refusal on stderr, a
 * summary line on stdout. Returns the exit code: 1 when anything was refused.
 */
export async function ingest(newsroom: Newsroom, paths: string[]): Promise<number> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
  })
  const { added, changed, unchanged, refused } = await newsroom.ingest(paths, ({ done, total, file }) => {
    if (!bar.isActive) bar.start(total, 0)
    bar.update(done, { file: inertLine(file) })
  })
  bar.stop()
  for (const refusal of refused) console.error(`refused ${inertLine(refusal.message)}`)
  const took = [`${count(added, 'article')} added`, `${changed} changed`, `${unchanged} unchanged`]
  console.log([...took, `${refused.length} refused`].join(', '))
  return refused.length ? 1 : 0
}
