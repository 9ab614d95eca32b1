// Adds the commands by which an operator looks after the archive: backup, restore, export, import, erase.
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { backUp, makeNew, requireArchive, restore } from '../../archive/backup.ts'
import { archiveFile, openDatabase } from '../../archive/database.ts'
import { ExchangeRecord } from '../../archive/exchange-records.ts'
import { exportRecords } from '../../archive/export-archive.ts'
import { importRecords } from '../../archive/import-archive.ts'
import type { Config } from '../../config.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { count } from '../../replies/phrases.ts'
import { sanitizeLine } from '../../replies/sanitize-text.ts'

type Open = (use: (newsroom: Newsroom) => Promise<void>) => Promise<void>

/** Adds the commands; `open` opens the newsroom for the one that needs its index. */
export function addArchiveCommands(program: Command, { data }: Pick<Config, 'data'>, open: Open): void {
  const archive = archiveFile(data)
  program
    .command('backup')
    .description('write a copy of the archive to a new file, while everything runs')
    .argument('<file>')
    .action((file: string) => {
      backUp(archive, file)
      console.log(`${sanitizeLine(file)} has the archive as it is now.`)
    })
  program
    .command('restore')
    .description('put a backup in the place of the archive, while nothing runs')
    .argument('<file>')
    .option('--replace', 'also where the archive has stories')
    .action((file: string, { replace = false }: { replace?: boolean }) => {
      restore(file, archive, { replace })
      console.log(`The archive is that of ${sanitizeLine(file)}. The index is built at the next start.`)
    })
  program
    .command('export')
    .description('write articles, versions and decisions as lines of JSON')
    .argument('[file]', 'a new file; without it, stdout')
    .action((file?: string) => exportTo(archive, file))
  program
    .command('import')
    .description('take in the lines of an export; what is there already is left alone')
    .argument('<file>')
    .action((file: string) => importFrom(file, archive))
  program
    .command('erase')
    .description('remove the words of a story with all its versions, for good')
    .argument('<article>', 'its id or its address')
    .requiredOption('--reason <words>', 'why, without words of the story: it is kept')
    .option('--by <name>', 'who decided it', userInfo().username)
    .action((named: string, { reason, by }: { reason: string; by: string }) =>
      open(async (newsroom) => printErased(await newsroom.intake.erase(named, { reason, by }))),
    )
}

async function exportTo(archive: string, file?: string): Promise<void> {
  requireArchive(archive)
  if (file) makeNew(file)
  const db = openDatabase(archive)
  const lines = linesOf(exportRecords(db))
  if (file) await pipeline(Readable.from(lines), createWriteStream(file))
  else for (const line of lines) if (!process.stdout.write(line)) await once(process.stdout, 'drain')
  db.close()
}

function* linesOf(records: Iterable<ExchangeRecord>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`
}

async function importFrom(file: string, archive: string): Promise<void> {
  const input = createReadStream(file)
  await once(input, 'open').catch((cause) => {
    throw new UserError(`${file}: cannot be read (${cause.code}).`, { cause })
  })
  const db = openDatabase(archive)
  const { article, version, decision, erasure } = await importRecords(db, recordsIn(file, input))
  db.close()
  const added = [count(article, 'article'), count(version, 'version'), count(decision, 'decision')]
  console.log(`${[...added, count(erasure, 'erasure')].join(', ')} added.`)
}

/** Yields the records of an export. Throws a UserError that names file, line and field at the first wrong one. */
async function* recordsIn(file: string, input: NodeJS.ReadableStream): AsyncGenerator<ExchangeRecord> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim()) yield recordOf(line, `${file}:${number}`)
  }
}

function recordOf(line: string, place: string): ExchangeRecord {
  const read = ExchangeRecord.safeParse(jsonOf(line, place))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UserError(`${place}: ${issue?.path.join('.') || 'kind'}: ${issue?.message}.`)
}

function jsonOf(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new UserError(`${place}: is not a line of JSON.`, { cause })
  }
}

function printErased({ id, copies, files }: Awaited<ReturnType<Newsroom['intake']['erase']>>): void {
  console.log(`Erased. What is left is ${id}, without words, so that its sources cannot bring it back.`)
  for (const copy of copies)
    console.log(`The same words stand in ${copy}: erase it as well, if they have to go.`)
  for (const file of files)
    console.log(`${sanitizeLine(file)} is still there: delete it, if its words have to go.`)
  console.log('Backups and exports that were made before still have it.')
}
