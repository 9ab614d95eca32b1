// Finds the readable files at given paths.
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isReadable } from './formats/read-file.ts'

/**
 * Returns the files at the paths. A path to a file gives that file, whatever its type. A path to a folder
 * gives the files of readable types in it and in its subfolders, sorted by name. Hidden files and folders are
 * left out, links are followed, and each file is returned once. A path that cannot be opened is returned too,
 * so that its reader reports the reason.
 */
export async function findFiles(paths: string[]): Promise<string[]> {
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

/** Returns the names in a folder, sorted; null where the path is not a folder, or cannot be opened. */
const namesIn = async (path: string) =>
  readdir(path).then(
    (names) => names.sort(),
    () => null,
  )

/** Returns whether a path leads to a folder; false where it leads nowhere. */
export const isFolder = async (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
