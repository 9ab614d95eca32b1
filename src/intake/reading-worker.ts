// Reads files, and the texts of stories, in a thread of `reading-threads.ts`.
import type { Reading, Story } from '../archive/article.ts'
import { Refusal } from '../errors.ts'
import { textReader } from '../quotations/read-text.ts'
import { readStories } from './formats/read-file.ts'

/** The stories of a file, or the parts of its Refusal, which loses its class between threads. */
export type FileRead = { stories: Story[] } | { refused: [file: string, field: string, reason: string] }

/** What a story is read by: its words, markup and context, and the least confidence at which a speaker is named. */
export type ToRead = Pick<Story, 'text' | 'blocks' | 'language' | 'authors'> & {
  sureEnough: number | undefined
}

/** Returns the stories of a file, or why it is refused. */
export async function readFile(file: string): Promise<FileRead> {
  try {
    return { stories: await readStories(file) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refused: [error.file, error.field, error.reason] }
  }
}

/** Returns the passages and quotations of a story. */
export const readStory = ({ sureEnough, text, blocks, ...context }: ToRead): Reading =>
  textReader(sureEnough)(text, blocks, context)
