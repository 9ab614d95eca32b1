import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Story } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import { storyOf } from '../model/build-story.ts'
import type { Copy } from '../model/extracted-story.ts'
import { offeredStory } from '../model/feed-item.ts'
import { readPage } from './html-page.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './plain-text.ts'
import { checkFile, readUtf8 } from './utf8-file.ts'
import { readWire } from './wire.ts'

/** The formats of one story a file that are read, by the ending of the file's name. */
const READERS = new Map<string, (source: string, file: string) => Copy>([
  ['.txt', readText],
  ['.md', readMarkdown],
  ['.markdown', readMarkdown],
  ['.html', readPage],
  ['.htm', readPage],
])

/** The formats of wires: ninjs, and NewsML-G2 and NITF. */
const WIRES = ['.json', '.xml']

const endingOf = (file: string) => extname(file).toLowerCase()

/** Whether a file's name ends as one that is read. */
export const isReadable = (file: string) => READERS.has(endingOf(file)) || WIRES.includes(endingOf(file))

/** Reads the stories of a file, or throws the refusal that names the file, the field and the reason. */
export async function readStories(file: string): Promise<Story[]> {
  const read = READERS.get(endingOf(file))
  if (!isReadable(file)) {
    await checkFile(file)
    throw new Refusal(file, 'type', `is not one of ${[...READERS.keys(), ...WIRES].join(', ')}`)
  }
  const source = await readUtf8(file)
  const from = `file:${await realpath(file)}`
  if (read) return [storyOf(read(source, file), { file, from })]
  return readWire(source.replace(/^\ufeff/u, ''), file).map((offer, i, { length }) =>
    offeredStory(offer, { file, from: length > 1 ? `${from}#${i + 1}` : from }),
  )
}
