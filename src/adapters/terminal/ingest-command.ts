// Runs `ingest`: shows progress, refusals and a summary.
import { SingleBar } from 'cli-progress'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { count } from '../../replies/phrases.ts'
import { sanitizeLine } from '../../replies/sanitize-text.ts'

/**
 * Takes in files, folders and addresses. Shows a progress bar on stderr if that is a terminal, each refusal on stderr,
 * and a summary line on stdout. Returns the exit code: 1 where anything was refused.
 */
export async function ingest(newsroom: Newsroom, paths: string[]): Promise<number> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
  })
  const { added, changed, unchanged, refused } = await newsroom.intake.ingest(
    paths,
    ({ done, total, file }) => {
      if (!bar.isActive) bar.start(total, 0)
      bar.update(done, { file: sanitizeLine(file) })
    },
  )
  bar.stop()
  for (const refusal of refused) console.error(`refused ${sanitizeLine(refusal.message)}`)
  const took = [`${count(added, 'article')} added`, `${changed} changed`, `${unchanged} unchanged`]
  console.log([...took, `${refused.length} refused`].join(', '))
  return refused.length ? 1 : 0
}
