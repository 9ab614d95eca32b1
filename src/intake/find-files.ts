import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isReadable } from './formats/read-file.ts'

/**
 * The files that paths lead to: a path to a file itself, whatever it is; from a folder, and the folders in it,
 * the files of a type that is read, in the order of their names. Hidden ones are left out, links are followed,
 * and what several ways lead to comes once. What cannot be opened is passed on: its reader says why.
 */
export async function filesAt(paths: string[]): Promise<string[]> {
  const seen = new Set<string>()
  const files: string[] = []
  for (const path of paths) for await (const file of walk(path, seen)) files.push(file)
  return files
}

async function* walk(path: string, seen: Set<string>): AsyncGenerator<string> {
  const real = await realpath(path).catch(() => path)
  if (seen.has(real)) return
  seen.add(real)
  const names = await namesIn(path)
  if (!names) {
    yield path
    return
  }
  for (const name of names) {
    const inside = join(path, name)
    if (!name.startsWith('.') && (isReadable(name) || (await isFolder(inside)))) yield* walk(inside, seen)
  }
}

/** The names in a folder, sorted; null where the path is no folder, or one that cannot be opened. */
const namesIn = async (path: string) =>
  readdir(path).then(
    (names) => names.sort(),
    () => null,
  )

/** Whether a path leads to a folder; false where it leads nowhere. */
export const isFolder = async (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
