// Opens the sample coverage in memory, for as long as an archive has no story of its own.
import { join, resolve } from 'node:path'
import type { Desk } from '../answers/desk.ts'
import type { Archive } from '../archive/archive.ts'
import { openDatabase } from '../archive/database.ts'
import { openSqliteArchive } from '../archive/sqlite-archive.ts'
import { ingestFiles } from '../intake/ingest-files.ts'
import { readText } from '../quotations/read-text.ts'
import { openSegmentIndex } from '../search/segments/segment-index.ts'

/** Coverage of an invented town, and one report of a real interview; written for this project. */
const SAMPLE_FOLDER = join(import.meta.dirname, '../../data/articles')

/** Whether a folder is the one of the sample, whose stories no archive takes in by itself. */
export const isSampleFolder = (folder: string) => resolve(folder) === resolve(SAMPLE_FOLDER)

/** What questions are answered from: the stories of an archive, and their index. */
type Coverage = Pick<Desk, 'archive' | 'index'>

/** Opens the sample coverage; nothing of it is written to a file. */
async function openSample(now: () => Date): Promise<Coverage> {
  const archive = openSqliteArchive(openDatabase(':memory:'))
  const index = openSegmentIndex({ now, textOf: archive.text })
  await ingestFiles([SAMPLE_FOLDER], {
    archive,
    read: readText,
    onKept: ({ article }) => index.put(article),
  })
  return { archive, index }
}

/** The coverage that is asked: the sample or one's own. */
export type ShownCoverage = Coverage & {
  isSample(): boolean
  /** Shows the sample, where the archive is empty. */
  showSample(): Promise<void>
  /** Shows one's own coverage from now on, where there is any by now. */
  update(): Promise<void>
}

export function openShownCoverage(
  own: Coverage & { archive: Pick<Archive, 'isEmpty'> },
  { now, log }: Pick<Desk, 'now' | 'log'>,
): ShownCoverage {
  let sample: Coverage | null = null
  return {
    get archive() {
      return (sample ?? own).archive
    },
    get index() {
      return (sample ?? own).index
    },
    isSample: () => sample !== null,
    async showSample() {
      if (await own.archive.isEmpty()) sample = await openSample(now)
    },
    async update() {
      if (!sample || (await own.archive.isEmpty())) return
      sample = null
      log.info({}, 'the first story of your own took the place of the sample coverage')
    },
  }
}
