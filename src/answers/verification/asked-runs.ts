// Splits asked words at ellipses and at an editor's brackets.
import { type ComparedWord, comparedWords } from './compared-words.ts'
import { type WordEquality, wordEquality } from './locate-runs.ts'
import { isTurningText } from './turning-words.ts'

/** Marks of omitted words: "…", "..." and the same in brackets. */
const ELLIPSIS = String.raw`[[(]?(?:…|\.{3,}|(?:\. ){2,}\.)[\])]?`

/**
 * Words in square brackets are an editor's: inserted, or in the place of others. So is the case of a letter in
 * "[T]he".
 */
const BRACKETED = String.raw`\[[^[\]]*\](?!\p{L})|\[(?=\p{L}\])`

/** Asked words, read once to be compared with many texts. */
export type AskedWords = {
  /** The ways to take them apart into runs, the strictest first. */
  ways: ComparedWord[][][]
  /** All of them, without an editor's insertions. */
  all: ComparedWord[]
  same: WordEquality
}

export function readAsked(text: string): AskedWords {
  const [runs, own] = [runsOf(text), runsWithoutInsertions(text)]
  return { ways: own ? [runs, own] : [runs], all: (own ?? runs).flat(), same: wordEquality(text) }
}

/** Returns the runs of words between ellipses; what stands in brackets counts like other words. */
export const runsOf = (text: string): ComparedWord[][] =>
  wordsOfRuns(text.split(new RegExp(ELLIPSIS, 'u')).map((run) => run.replace(/\[(?=\p{L}\])/gu, '')))

/**
 * Returns the runs of words between ellipses and bracketed insertions; null where there is no insertion, or one that
 * turns the sense ("[not]"), which is no editor's to make.
 */
function runsWithoutInsertions(text: string): ComparedWord[][] | null {
  if (!hasInsertion(text) || insertionsIn(text).some(isTurningText)) return null
  return wordsOfRuns(text.split(new RegExp(`${ELLIPSIS}|${BRACKETED}`, 'u')))
}

const wordsOfRuns = (runs: string[]) => runs.map((run) => comparedWords(run)).filter((run) => run.length > 0)

const insertionsIn = (text: string) => text.match(/\[[^[\]]*\p{L}{2}[^[\]]*\]/gu) ?? []

/** Returns whether a text has words inserted by an editor in brackets. */
export const hasInsertion = (text: string) => insertionsIn(text).length > 0
