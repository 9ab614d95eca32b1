// Erases a story from everything that a data folder keeps: archive, index, ledgers of answers, records of sources.
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Archive, Erasure } from '../archive/archive.ts'
import type { PostedAnswers } from '../corrections/posted-answers.ts'
import type { SavedAnswers } from '../corrections/saved-answers.ts'
import { articleIdOf, unknownArticle } from '../intake/editorial-decision.ts'
import type { CoverageIntake } from '../sources/coverage-intake.ts'

/** An erased story: the id that it goes by now, and where its words still are because they are not the archive's. */
export type ErasedStory = {
  id: string
  /** Other articles with the same words. */
  copies: string[]
  /** The files that it was taken from, where they are still there. */
  files: string[]
}

export type EraseParts = {
  archive: Archive
  savedAnswers: SavedAnswers
  postedAnswers: PostedAnswers
  coverageIntake: Pick<CoverageIntake, 'forget'>
  /** Brings the index and what was posted up to the archive; keeps the index on disk. */
  followArchive(): Promise<void>
  save(): Promise<void>
  /** Rewrites the database without what was deleted. */
  compact(): void
}

/**
 * How long the article keeps its id, which has words of its headline: a program that runs beside this one follows the
 * archive once a second, and knows by the id what it has to drop.
 */
const OTHERS_FOLLOW_MS = 2500

/**
 * Erases the story of an id or an address. Its words, names and addresses leave every file of the data folder, and its
 * sources cannot bring it back; messages that quote it are edited like those of a killed story. It can be repeated where
 * it was interrupted. Throws a UserError where there is no such article.
 */
export async function eraseStory(named: string, erasure: Erasure, parts: EraseParts): Promise<ErasedStory> {
  const { archive, savedAnswers, postedAnswers, coverageIntake } = parts
  const id = await articleIdOf(archive, named)
  const erased = await archive.erase(id, erasure)
  if (!erased) throw unknownArticle(named, 'erased')
  await postedAnswers.eraseWords(id)
  coverageIntake.forget(erased.keys)
  await parts.followArchive()
  await pause(OTHERS_FOLLOW_MS)
  const renamed = await archive.renameErased(id)
  await postedAnswers.renameArticle(id, renamed)
  await savedAnswers.renameArticle(id, renamed)
  await parts.save()
  parts.compact()
  return { id: renamed, copies: erased.copies, files: filesOf(erased.keys) }
}

const FILE_KEY = 'file:'
const filesOf = (keys: string[]) =>
  keys
    .filter((key) => key.startsWith(FILE_KEY))
    .map((key) => key.slice(FILE_KEY.length))
    .filter((file) => existsSync(file))
