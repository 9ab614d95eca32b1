import { realpath } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Story } from '../archive/article.ts'
import { Refusal } from '../errors.ts'
import type { Copy } from './copy.ts'
import { readMarkdown } from './markdown.ts'
import { readPage } from './page.ts'
import { storyOf } from './story.ts'
import { readText } from './text.ts'
import { checkFile, readUtf8 } from './utf8.ts'

/** The formats that are read, by the ending of the file's name. */
const READERS = new Map<string, (source: string, file: string) => Copy>([
  ['.txt', readText],
  ['.md', readMarkdown],
  ['.markdown', readMarkdown],
  ['.html', readPage],
  ['.htm', readPage],
])

/** Whether a file's name ends as one that is read. */
export const isReadable = (file: string) => READERS.has(extname(file).toLowerCase())

/** Reads a file as a story, or throws the refusal that names the file, the field and the reason. */
export async function readStory(file: string): Promise<Story> {
  const read = READERS.get(extname(file).toLowerCase())
  if (!read) {
    await checkFile(file)
    throw new Refusal(file, 'type', `is not one of ${[...READERS.keys()].join(', ')}`)
  }
  return storyOf(read(await readUtf8(file), file), { file, path: await realpath(file) })
}
