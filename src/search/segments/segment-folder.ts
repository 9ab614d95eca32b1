/** Keeps segments in a folder: a file for each, and a manifest, written last, that names those that count. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { removedRows } from './corpus.ts'
import { FORMAT } from './layout.ts'
import { openSealedSegment, type SealedSegment } from './sealed-segment.ts'
import { bytesUnder, readSegmentFile } from './segment-file.ts'

/** How far an index has followed its archive. */
export const Progress = z.object({
  /** The edition that all was taken in of; null: of none. */
  edition: z.string().nullable(),
  /** A walk through what changed since, until an edition: it came as far as the story of this id. Null: none is under way. */
  walk: z.object({ until: z.string(), through: z.string() }).nullable(),
})
export type Progress = z.infer<typeof Progress>

const Manifest = z.object({
  format: z.literal(FORMAT),
  progress: Progress,
  segments: z.array(z.object({ file: z.string().regex(/^[\w-]+\.segment$/u), removed: z.array(z.int()) })),
})
type Manifest = z.infer<typeof Manifest>

const MANIFEST = 'manifest.json'

/** What a folder holds. */
export type Kept = { progress: Progress; segments: readonly SealedSegment[] }

export type SegmentFolder = {
  /** Whether a segment has a file. */
  has(segment: SealedSegment): boolean
  /** What the manifest names; throws where there is none, or where it or a segment is torn or of another format. */
  read(): Promise<Kept>
  /** Writes the segments that have no file yet, then the manifest, and removes the files that it does not name. */
  write(kept: Kept): Promise<void>
}

/** How often reading begins anew where another process replaces the files meanwhile. */
const TRIES = 3

export function openSegmentFolder(folder: string): SegmentFolder {
  const files = new WeakMap<SealedSegment, string>()

  async function readNamed(): Promise<Kept> {
    const { progress, segments } = await readManifest(folder)
    const opened = await Promise.all(segments.map((one) => openNamed(one)))
    return { progress, segments: opened }
  }

  async function openNamed({ file, removed }: Manifest['segments'][number]): Promise<SealedSegment> {
    const segment = openSealedSegment(await readSegmentFile(join(folder, file)), removed)
    files.set(segment, file)
    return segment
  }

  async function fileOf(segment: SealedSegment): Promise<string> {
    const file = files.get(segment) ?? `${randomUUID()}.segment`
    if (files.has(segment) && (await isThere(join(folder, file)))) return file
    await writeWhole(join(folder, file), bytesUnder(segment.columns))
    files.set(segment, file)
    return file
  }

  return {
    has: (segment) => files.has(segment),
    async read() {
      for (let tries = 1; ; tries++) {
        try {
          return await readNamed()
        } catch (error) {
          if (tries === TRIES || !(await isThere(join(folder, MANIFEST)))) throw error
        }
      }
    },
    async write({ progress, segments }) {
      await mkdir(folder, { recursive: true })
      const removed = segments.map(removedRows)
      const named = await Promise.all(segments.map(fileOf))
      const manifest: Manifest = {
        format: FORMAT,
        progress,
        segments: named.map((file, i) => ({ file, removed: removed[i] ?? [] })),
      }
      const before = await readManifest(folder).catch(() => null)
      await writeWhole(join(folder, MANIFEST), Buffer.from(JSON.stringify(manifest)))
      const done = new Set(before?.segments.map(({ file }) => file))
      await removeOthers(folder, { named: new Set([MANIFEST, ...named]), done })
    },
  }
}

const readManifest = async (folder: string) =>
  Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Writes a file whole or not at all: beside its place first, and on the disk before it is put there. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(beside, 'w')
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}

/** A file that no manifest has named yet is left alone for so many milliseconds: another process may be about to. */
const SPARED = 60_000

type Names = {
  named: ReadonlySet<string>
  /** Those that were named until now. */
  done: ReadonlySet<string>
}

async function removeOthers(folder: string, { named, done }: Names): Promise<void> {
  for (const name of await readdir(folder)) {
    if (named.has(name)) continue
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }))
    if (done.has(name) || Date.now() - mtimeMs > SPARED) await rm(join(folder, name), { force: true })
  }
}
