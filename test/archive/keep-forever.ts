// Keeps one long story after the other in the archive named, a dot for each, until it is killed.
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { linesOf, story } from '../story.ts'

const archive = openSqliteArchive(openDatabase(String(process.argv[2])))
for (let n = 0; ; n++) {
  const text = `Story ${n} is long. ${'Word after word. '.repeat(20)}\n`.repeat(600).slice(0, 200_000)
  await archive.keep(
    story({ url: null, headline: `Story ${n}`, text, keys: [`file:/${n}.txt`] }),
    linesOf(text),
  )
  process.stdout.write('.')
}
