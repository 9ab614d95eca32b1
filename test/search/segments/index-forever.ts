// Keeps one story after the other in the archive named, with the index in the folder named behind it, a dot for each,
// until it is killed.
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { openIndex } from '../../../src/search/segments/open-index.ts'
import { linesOf, story } from '../../story.ts'

const [database, folder] = process.argv.slice(2).map(String)
const archive = openSqliteArchive(openDatabase(String(database)))
const log = { info: () => {}, warn: () => {} }
const { follow } = await openIndex({ archive, folder: String(folder), log })
for (let n = 0; ; n++) {
  const text = Array.from({ length: 700 }, (_, line) => `Gull ${line} of story ${process.pid} ${n}.`).join(
    '\n',
  )
  const headline = `Story ${process.pid} ${n}`
  await archive.keep(story({ url: null, headline, text, keys: [`file:/${headline}`] }), linesOf(text))
  await follow()
  process.stdout.write('.')
}
