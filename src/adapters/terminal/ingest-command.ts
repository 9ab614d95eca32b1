// Runs `ingest`: shows progress, refusals and a summary.
import { SingleBar } from 'cli-progress'
import type { Progress } from '../../intake/ingest-files.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { count } from '../../replies/phrases.ts'
import { sanitizeLine } from '../../replies/sanitize-text.ts'

/** The exit code of a program that was interrupted (128 and the number of SIGINT). */
const INTERRUPTED = 130
const MS_PER_SECOND = 1000

/**
 * Takes in files, folders and addresses. Shows progress with rate and time left on stderr if that is a terminal, each
 * refusal on stderr, and a summary line on stdout. SIGINT and SIGTERM end it after the file in work. Returns the exit
 * code: 1 where anything was refused, 130 where it was ended before its end.
 */
export async function ingest(newsroom: Newsroom, paths: string[]): Promise<number> {
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort()
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  const bar = progressBar()
  let last: Progress | null = null
  const { added, changed, unchanged, refused } = await newsroom.intake.ingest(paths, {
    onProgress(progress) {
      last = progress
      bar.show(progress)
    },
    signal: interrupted.signal,
  })
  bar.stop()
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  for (const refusal of refused) console.error(`refused ${sanitizeLine(refusal.message)}`)
  const took = [`${count(added, 'article')} added`, `${changed} changed`, `${unchanged} unchanged`]
  console.log([...took, `${refused.length} refused`].join(', '))
  if (!interrupted.signal.aborted) return refused.length ? 1 : 0
  console.error(`Stopped${whereOf(last)}. The same command goes on from there.`)
  return INTERRUPTED
}

const whereOf = (last: Progress | null) => (last ? ` after ${last.done} of ${count(last.total, 'file')}` : '')

/** Returns a progress bar on stderr, which appears with the first file that is done; none where stderr is no terminal. */
function progressBar() {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {rate}/s, {eta_formatted} left {file}',
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
    etaBuffer: 200,
  })
  const begun = performance.now()
  return {
    show({ done, total, file }: Progress) {
      if (!bar.isActive) bar.start(total, 0)
      const rate = Math.round((done / (performance.now() - begun)) * MS_PER_SECOND)
      bar.update(done, { file: sanitizeLine(file), rate })
    },
    stop: () => bar.stop(),
  }
}
