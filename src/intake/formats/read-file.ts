// Reads the stories of a file by its extension.
import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Story } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import { checkFile, readTextFile } from '../fetch/text-file.ts'
import { buildStory } from '../model/build-story.ts'
import type { ExtractedStory, ReadStory } from '../model/extracted-story.ts'
import { readItem } from '../model/feed-item.ts'
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
  return (await readSources(file)).map(({ extracted, origin }) => buildStory(extracted, origin))
}

/** Returns what a file holds, before its facts are checked. Throws a Refusal as `readStories` does. */
export async function readSources(file: string): Promise<ReadStory[]> {
  if (!isReadable(file)) {
    await checkFile(file)
    throw new Refusal(
      file,
      'type',
      `is not one of ${[...READERS_BY_EXTENSION.keys(), ...WIRE_EXTENSIONS].join(', ')}`,
    )
  }
  const { text, encoding, replaced } = await readTextFile(file)
  const notes = replaced ? [`damaged characters: ${replaced} (not ${encoding}; each reads \ufffd)`] : []
  const from = `file:${await realpath(file)}`
  const read = READERS_BY_EXTENSION.get(extensionOf(file))
  if (read) {
    const statedIn = read === readMarkdown ? 'front matter' : 'the page'
    return [{ extracted: read(text, file), origin: { file, from }, statedIn, notes }]
  }
  return readWire(text, file).map((item, i, { length }) => ({
    ...readItem(item, { file, from: length > 1 ? `${from}#${i + 1}` : from }),
    notes,
  }))
}
