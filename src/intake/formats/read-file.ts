// Reads the stories of a file by its extension.
import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Story } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import { checkFile, readTextFile } from '../fetch/text-file.ts'
import { buildStory } from '../model/build-story.ts'
import type { ExtractedStory } from '../model/extracted-story.ts'
import { storyFromItem } from '../model/feed-item.ts'
import { readPage } from './html-page.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './plain-text.ts'
import { readWire } from './wire.ts'

/** The readers of the formats with one story a file, by the extension of the file’s name. */
const READERS_BY_EXTENSION = new Map<string, (source: string, file: string) => ExtractedStory>([
  ['.txt', readText],
  ['.md', readMarkdown],
  ['.markdown', readMarkdown],
  ['.html', readPage],
  ['.htm', readPage],
])

/** The extensions of wire formats: ninjs (.json), NewsML-G2 and NITF (.xml). */
const WIRE_EXTENSIONS = ['.json', '.xml']

const extensionOf = (file: string) => extname(file).toLowerCase()

/** Returns whether a file’s name has an extension that is read. */
export const isReadable = (file: string) =>
  READERS_BY_EXTENSION.has(extensionOf(file)) || WIRE_EXTENSIONS.includes(extensionOf(file))

/** Returns the stories of a file. Throws a Refusal that names the file, the field and the reason. */
export async function readStories(file: string): Promise<Story[]> {
  const read = READERS_BY_EXTENSION.get(extensionOf(file))
  if (!isReadable(file)) {
    await checkFile(file)
    throw new Refusal(
      file,
      'type',
      `is not one of ${[...READERS_BY_EXTENSION.keys(), ...WIRE_EXTENSIONS].join(', ')}`,
    )
  }
  const { text: source } = await readTextFile(file)
  const from = `file:${await realpath(file)}`
  if (read) return [buildStory(read(source, file), { file, from })]
  return readWire(source, file).map((item, i, { length }) =>
    storyFromItem(item, { file, from: length > 1 ? `${from}#${i + 1}` : from }),
  )
}
