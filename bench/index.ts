// How the index grows: time and memory at several sizes of coverage, beside plain MiniSearch and SQLite's FTS5.
//   npm run -s bench:index -- [FOLDER] [--articles=1000,5000]     FOLDER holds stories to weave from (default: the sample coverage)
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { context } from '../src/answers/context.ts'
import { coverage } from '../src/answers/coverage.ts'
import type { Desk } from '../src/answers/desk.ts'
import { quote } from '../src/answers/quote.ts'
import { speaker } from '../src/answers/speaker.ts'
import { check } from '../src/answers/verification/check.ts'
import type { Article } from '../src/archive/article.ts'
import { citer } from '../src/archive/citation.ts'
import { openDatabase } from '../src/archive/database.ts'
import { heldArchive } from '../src/archive/held-archive.ts'
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts'
import { ingestFiles } from '../src/intake/ingest-files.ts'
import { readText } from '../src/quotations/read-text.ts'
import type { Query } from '../src/search/search-index.ts'
import { openCorpus } from '../src/search/segments/corpus.ts'
import { openSegmentFolder } from '../src/search/segments/segment-folder.ts'
import { openSegmentIndex } from '../src/search/segments/segment-index.ts'
import { tokens } from '../src/search/text/tokenize.ts'
import { folderArgument } from './figures.ts'
import { type Engine, openFts5, openPlainMiniSearch, openStemmedMiniSearch } from './index/engines.ts'
import { bytesInUse, timesOf } from './index/measure.ts'
import { type Questions, questionsOn } from './index/questions.ts'
import { weave } from './index/weave.ts'

const now = () => new Date('2026-11-01T12:00:00')

/** The stories that are woven from, read as the product reads them. */
async function sourcesIn(folder: string): Promise<Article[]> {
  const archive = openSqliteArchive(openDatabase(':memory:'))
  await ingestFiles([folder], { archive, read: readText, onKept: async () => {} })
  return Array.fromAsync(archive.articles())
}

async function measureEngine(engine: Engine, articles: Article[], { who, context: of }: Questions) {
  const before = bytesInUse()
  const started = process.cpuUsage()
  for (const article of articles) engine.add(article)
  const seconds = secondsSince(started)
  const bytes = bytesInUse() - before
  return {
    name: engine.name,
    who: await timesOf(who, engine.find),
    context: await timesOf(of, engine.find),
    ...sizes(articles, seconds, bytes),
  }
}

/** Readback's index alone, and whole answers: parsed, found, ranked, read and checked. */
async function measureReadback(articles: Article[], questions: Questions) {
  const held = new Map(articles.map((article) => [article.id, article]))
  const before = bytesInUse()
  const started = process.cpuUsage()
  const corpus = openCorpus()
  const index = openSegmentIndex({ corpus, now, textOf: (id) => held.get(id)?.version.text ?? null })
  for (const article of articles) await index.put(article)
  const seconds = secondsSince(started)
  const bytes = bytesInUse() - before
  const archive = heldArchive(held)
  const desk: Desk = { archive, index, cite: citer(null), now, log: { info() {}, warn() {} } }
  const alone = {
    name: 'Readback, the index alone',
    who: await timesOf(questions.who, (text) => index.quotations(queryOf(text))),
    context: await timesOf(questions.context, (text) => index.passages(queryOf(text))),
    ...sizes(articles, seconds, bytes),
  }
  const answers = {
    'quote who said …': await timesOf(questions.who, (text) => quote({ text }, desk)),
    'quote what did … say about': await timesOf(questions.about, (text) => quote({ text }, desk)),
    context: await timesOf(questions.context, (text) => context({ text }, desk)),
    check: await timesOf(questions.check, (text) => check({ text }, desk)),
    coverage: await timesOf(questions.coverage, (text) => coverage({ text }, desk)),
    speaker: await timesOf(questions.speaker, (text) => speaker({ text }, desk)),
  }
  return { alone, answers, openedIn: await secondsToOpen(corpus) }
}

const queryOf = (text: string): Query => ({
  words: tokens(text).flatMap(({ word, term, stop }) => (stop ? [] : [{ word, term }])),
  speakers: [],
  articles: null,
  limit: 60,
})

/** Seconds from the files of an index to its first findings. */
async function secondsToOpen(corpus: ReturnType<typeof openCorpus>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'readback-index-'))
  await openSegmentFolder(folder).write({
    progress: { edition: null, walk: null },
    segments: corpus.sealed(),
  })
  const from = performance.now()
  const { segments } = await openSegmentFolder(folder).read()
  const index = openSegmentIndex({ corpus: openCorpus(segments), now, textOf: () => '' })
  await index.passages(queryOf('please'))
  const seconds = (performance.now() - from) / 1000
  await rm(folder, { recursive: true })
  return Number(seconds.toFixed(2))
}

const secondsSince = (started: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1_000_000
}

function sizes(articles: Article[], seconds: number, bytes: number) {
  const passages = articles.reduce((sum, { version }) => sum + version.passages.length, 0)
  const words = articles.reduce((sum, { version }) => sum + version.text.split(/\s+/u).length, 0)
  return { bytesPerPassage: Math.round(bytes / passages), wordsPerSecond: Math.round(words / seconds) }
}

type Measured = Awaited<ReturnType<typeof measureEngine>>

const rowOf = (one: Measured, plain: Measured) => ({
  'who, median': one.who.median,
  'who, p95': one.who.p95,
  'of plain': Number((one.who.p95 / plain.who.p95).toFixed(2)),
  'context, median': one.context.median,
  'context, p95': one.context.p95,
  'of plain ': Number((one.context.p95 / plain.context.p95).toFixed(2)),
  'bytes a passage': one.bytesPerPassage,
  'words/s': one.wordsPerSecond,
})

const DEFAULT_SIZES = '1000,5000'
const asked = process.argv.find((word) => word.startsWith('--articles='))?.slice('--articles='.length)
const sources = await sourcesIn(folderArgument() ?? join(import.meta.dirname, '../data/articles'))
for (const count of (asked ?? DEFAULT_SIZES).split(',').map(Number)) {
  const articles = [...weave(sources, count)]
  const questions = questionsOn(articles)
  const { alone, answers, openedIn } = await measureReadback(articles, questions)
  const plain = await measureEngine(openStemmedMiniSearch(), articles, questions)
  const others = [
    await measureEngine(openPlainMiniSearch(), articles, questions),
    await measureEngine(openFts5(), articles, questions),
  ]
  const passages = articles.reduce((sum, { version }) => sum + version.passages.length, 0)
  console.log(`\n${count} articles, ${passages} passages; processor time in milliseconds`)
  console.table(Object.fromEntries([alone, plain, ...others].map((one) => [one.name, rowOf(one, plain)])))
  console.log(`Whole answers; opened from its files in ${openedIn} s`)
  console.table(answers)
}
