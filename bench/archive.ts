// Measures the archive: storing, reading changes and evidence, and the bytes of a passage.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '../src/archive/archive.ts'
import type { Article, Reading, Story } from '../src/archive/article.ts'
import { openDatabase } from '../src/archive/database.ts'
import type { Place } from '../src/archive/excerpt.ts'
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts'
import { findFiles } from '../src/intake/find-files.ts'
import { readStories } from '../src/intake/formats/read-file.ts'
import { readText } from '../src/quotations/read-text.ts'
import { folderArgument } from './figures.ts'

const SAMPLE_FOLDER = join(import.meta.dirname, '../data/articles')
/** How many stories each archive has; the given ones are repeated, each with a last line of its own. */
const ARCHIVE_SIZES = [1_000, 15_000]
/** How many of the given stories are read: reading them takes far longer than storing them. */
const MAX_STORIES_READ = 50
/** How many answers of ten pieces each are read as evidence, and how many single changes are followed. */
const MEASURED_ANSWERS = 300
const ANSWER_PIECES = 10

type ReadStory = { story: Story; reading: Reading }

async function readFolder(folder: string): Promise<ReadStory[]> {
  const files = (await findFiles([folder])).files.slice(0, MAX_STORIES_READ)
  const read = (await Promise.all(files.map(readStories))).flat()
  return read.map((story) => ({ story, reading: readText(story.text, story.blocks) }))
}

async function measure(size: number) {
  const folder = await mkdtemp(join(tmpdir(), 'readback-bench-'))
  const file = join(folder, 'readback.sqlite')
  const archive = openSqliteArchive(openDatabase(file))
  const storing = await millisecondsOf(async () => {
    for (let n = 0; n < size; n++) {
      const { story, reading } = copy(n)
      await archive.keep(story, reading)
    }
  })
  const places = await placesIn(archive)
  const evidence = await millisecondsOf(async () => {
    for (let n = 0; n < MEASURED_ANSWERS; n++)
      await archive.excerpts(places.slice(n * ANSWER_PIECES, (n + 1) * ANSWER_PIECES))
  })
  const changes = await followChanges(archive, size)
  const counts = await countsOf(archive)
  await archive.close()
  const { size: bytes } = await stat(file)
  await rm(folder, { recursive: true })
  return {
    stories: size,
    passages: counts.passages,
    'put, ms a story': rounded(storing / size),
    'change followed, ms a story': rounded(changes / MEASURED_ANSWERS),
    'evidence, ms an answer of ten': rounded(evidence / MEASURED_ANSWERS),
    'bytes a passage beyond the text': Math.round((bytes - counts.textBytes) / counts.passages),
  }
}

function copy(n: number): ReadStory {
  const { story, reading } = stories[n % stories.length] as ReadStory
  const url = `https://bench.example/${n}`
  const keys = [`url:${url}`, `file:/bench/${n}.md`]
  return { reading, story: { ...story, url, keys, text: `${story.text}\nStory ${n}` } }
}

/** Returns the places of quotations and passages, spread over the archive. */
async function placesIn(archive: Archive): Promise<Place[]> {
  const all: Place[] = []
  for await (const article of archive.articles()) all.push(...placesOf(article))
  const step = Math.max(1, Math.floor(all.length / (MEASURED_ANSWERS * ANSWER_PIECES)))
  return all.filter((_, i) => i % step === 0).toSorted((a, b) => a.passage - b.passage)
}

const placesOf = ({ id, version: { passages, quotations } }: Article): Place[] =>
  passages.map(({ ordinal, start, end }) => {
    const said = quotations.find((one) => start <= one.start && one.end <= end)
    return { articleId: id, passage: ordinal, quotation: said?.ordinal ?? null }
  })

/** Changes one story after the other, and reads what changed after each; returns the milliseconds of reading. */
async function followChanges(archive: Archive, size: number): Promise<number> {
  let spent = 0
  for (let n = 0; n < MEASURED_ANSWERS; n++) {
    const edition = await archive.edition()
    const { story, reading } = copy((n * 7) % size)
    await archive.keep({ ...story, headline: `Changed ${n}` }, reading)
    spent += await millisecondsOf(async () => {
      await Array.fromAsync(archive.changedSince(edition) ?? [])
    })
  }
  return spent
}

async function countsOf(archive: Archive) {
  let [passages, textBytes] = [0, 0]
  for await (const { version } of archive.articles()) {
    passages += version.passages.length
    textBytes += Buffer.byteLength(version.text)
  }
  return { passages, textBytes }
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toFixed(3))
}

const stories = await readFolder(folderArgument() ?? SAMPLE_FOLDER)
const rows = []
for (const size of ARCHIVE_SIZES) rows.push(await measure(size))
console.table(rows)
