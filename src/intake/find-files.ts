// Finds the readable files at given paths.
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Refusal } from '../errors.ts'
import { isReadable } from './formats/read-file.ts'

/** The files that were found, and a refusal for each link that is not followed. */
export type FoundFiles = { files: string[]; refused: Refusal[] }

/**
 * Returns the files at the paths. A path to a file gives that file, whatever its type. A path to a folder
 * gives the files of readable types in it and in its subfolders, sorted by name. Hidden files and folders are
 * left out, and each file is returned once. A link is followed where it leads to a place within the folder,
 * and is refused where it leads out of it: a folder in which others drop files must not publish any file of
 * the machine. A path that cannot be opened is returned too, so that its reader reports the reason.
 */
export async function findFiles(paths: string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], refused: [] }
  const seen = new Set<string>()
  for (const path of paths) {
    const root = await realpath(path).catch(() => path)
    for await (const file of walk(path, { root, seen, refused: found.refused })) found.files.push(file)
  }
  return found
}

/** The folder that a walk must not leave, the real paths that it has been at, and its refusals. */
type Walk = { root: string; seen: Set<string>; refused: Refusal[] }

async function* walk(path: string, walked: Walk): AsyncGenerator<string> {
  const real = await realpath(path).catch(() => path)
  if (walked.seen.has(real)) return
  if (real !== path && !isWithin(real, walked.root)) {
    walked.refused.push(new Refusal(path, 'link', 'leads out of the folder, and is not followed'))
    return
  }
  walked.seen.add(real)
  const names = await namesIn(path)
  if (!names) {
    yield path
    return
  }
  for (const name of names) {
    const inside = join(path, name)
    if (!name.startsWith('.') && (isReadable(name) || (await isFolder(inside)))) yield* walk(inside, walked)
  }
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}${sep}`)

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
