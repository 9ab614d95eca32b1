// Checks the data folder: who may read it, the space that is left, the archive in it, and its sources.
import { access, constants, stat, statfs } from 'node:fs/promises'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { count } from '../../replies/phrases.ts'
import { type Check, type Found, fine, warning, wrong } from './finding.ts'

/** Opens the newsroom for a look, and closes it again. */
export type Look = <T>(use: (newsroom: Newsroom) => Promise<T>) => Promise<T>

/** Space that should be left: erasing and upgrading copy the archive. */
const LEAST_FREE_BYTES = 1_000_000_000
/** The permissions of everybody but the owner. */
const OTHERS = 0o077

/** Returns the checks of a data folder. It is looked at before the archive is, which makes the folder its owner's alone. */
export function dataChecks(folder: string, look: Look): Check[] {
  let looked: ReturnType<typeof folderFindings> | undefined
  const lookAtFolder = () => {
    looked ??= folderFindings(folder)
    return looked
  }
  return [
    { about: 'data folder', look: lookAtFolder },
    { about: 'disk', look: () => diskFindings(folder) },
    { about: 'archive', look: () => lookAtFolder().then(() => look(archiveFindings)) },
  ]
}

async function folderFindings(folder: string) {
  const found = await stat(folder).catch(() => null)
  if (!found) return [warning(`${folder} is not there yet`, 'The first start makes it.')]
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable)
    return [
      wrong(
        `${folder} cannot be written to`,
        'Give it to the user that Readback runs as, or set READBACK_DATA.',
      ),
    ]
  if (found.mode & OTHERS)
    return [warning(`others can look into ${folder}`, `Only its owner should: chmod 700 ${folder}`)]
  return [fine(`${folder}, its owner's alone`)]
}

async function diskFindings(folder: string) {
  const { bavail, bsize } = await statfs(folder).catch(() => statfs('.'))
  const free = `${(Number(bavail * bsize) / 1e9).toFixed(1)} GB free`
  if (bavail * bsize >= LEAST_FREE_BYTES) return [fine(free)]
  return [warning(free, 'Make room: erasing and upgrading need as much as the archive has.')]
}

async function archiveFindings({ read }: Newsroom): Promise<Found[]> {
  const status = await read.status()
  const sources = sourceFindings(status).map((found) => ({ ...found, about: 'sources' }))
  return [storyFinding(status), ...sources]
}

type CoverageStatus = Awaited<ReturnType<Newsroom['read']['status']>>

function storyFinding({ searched, passages, quotations }: CoverageStatus): Found {
  if (searched.articles === 0)
    return warning(
      'no story of your own yet',
      'Take some in: npm run -s readback -- ingest PATH, or name sources in sources.yaml.',
    )
  const parts = [
    count(searched.articles, 'article'),
    count(passages, 'passage'),
    count(quotations, 'quotation'),
  ]
  return fine(parts.join(', '))
}

function sourceFindings({ sources }: CoverageStatus): Found[] {
  if (sources.length === 0) return [fine('none in sources.yaml: coverage comes in by hand alone')]
  return sources.map(({ name, lateSince, error, succeededAt }) => {
    if (error) return wrong(`${name}: ${error}`, 'Open its address from this machine; sources.yaml names it.')
    if (lateSince)
      return warning(`${name}: nothing new since ${lateSince}`, 'Is it silent, or is something broken there?')
    const reached = succeededAt ? `reached ${succeededAt}` : 'not asked yet'
    return fine(`${name}: ${reached}`)
  })
}
