// Finds the roles of a speaker in a text: titles before the name, appositions after it.
import { ABBREVIATED_TITLES, fullTitles, USUAL_TITLES } from '../../language/titles.ts'
import { type Token, tokens } from '../text/tokenize.ts'

/** Titles that stand before a surname alone; any other capitalized word there is somebody's first name. */
const TITLES_BEFORE_SURNAMES = new Set(
  `${ABBREVIATED_TITLES.join(' ')} ${USUAL_TITLES.join(' ')} mr mrs ms miss sir mayor vice secretary minister
  chancellor judge justice general major officer detective chief sheriff marshal councillor councilman councilwoman
  councilmember congressman congresswoman commissioner ambassador speaker king queen prince princess lord lady pope
  bishop father sister brother coach director chairman chairwoman chair commander superintendent deputy`.split(
    /\s+/,
  ),
)

/**
 * The maximum number of words of a title before a name ("Border Patrol Commander Gregory Bovino"), and of an
 * apposition after it.
 */
const MAX_TITLE_WORDS = 4
const MAX_APPOSITION_WORDS = 8

/** What a text calls a speaker, as terms: all roles, and those that stand with the whole name. */
export type SpeakerRoles = { roles: Set<string>; offices: Set<string> }

/**
 * Returns the roles of a speaker in a text: the words before each mention of the name ("border czar Tom Homan") and
 * the apposition after it ("Jeff Landry, governor of Louisiana"). `words` are the tokens of `text`.
 */
export function speakerRolesOf(speaker: string, text: string, words: Token[]): SpeakerRoles {
  const name = tokens(speaker).map(({ word }) => word)
  const last = name.at(-1)
  const [roles, offices] = [new Set<string>(), new Set<string>()]
  for (const [i, { word }] of words.entries()) {
    if (word !== last) continue
    const first = startOfName(words, i, name)
    if (first === i && isSomebodyElses(text, words, i)) continue
    const isWhole = first < i && words[first]?.word === name[0]
    const titles = titlesBefore(text, words, first, isWhole ? () => true : isTitle(text))
    const apposition = appositionAfter(text, words, i)
    for (const role of [...titles, ...apposition]) roles.add(role)
    if (isWhole) for (const office of [...titles, ...apposition]) offices.add(office)
  }
  return { roles, offices }
}

/** Pronouns that begin a clause about what somebody did, which is no role: "Landry, who called". */
const RELATIVE_PRONOUNS = new Set(['who', 'whose', 'whom', 'which'])

function startOfName(words: Token[], end: number, name: string[]): number {
  let first = end
  while (first > 0 && name.includes(words[first - 1]?.word ?? '')) first--
  return first
}

/** Returns whether a surname is another person's: "Ben Marsh" is no mention of Ida Marsh. */
function isSomebodyElses(text: string, words: Token[], surname: number): boolean {
  const [previous, name] = [words[surname - 1], words[surname]]
  if (!previous || !name || !isSameClause(text, previous, name)) return false
  return (
    !previous.stop &&
    !TITLES_BEFORE_SURNAMES.has(previous.word) &&
    /^\p{Lu}/u.test(text.slice(previous.start))
  )
}

/**
 * Returns whether a word before a surname alone is a title: it has a capital or is always one ("told Marsh" has
 * none).
 */
const isTitle = (text: string) => (word: Token) =>
  TITLES_BEFORE_SURNAMES.has(word.word) || /^\p{Lu}/u.test(text.slice(word.start))

/** Words that stand within titles: "secretary of state", "minister for the arts". */
const WORDS_IN_TITLES = new Set(['of', 'for', 'the', 'and', 'to'])

/** Whether a word before a name begins a clause, so that what stands before it is no title: "a claim that Mayor Marsh". */
const isClauseWord = ({ word, stop }: Token) => stop && !WORDS_IN_TITLES.has(word)

function titlesBefore(
  text: string,
  words: Token[],
  first: number,
  isRole: (word: Token) => boolean,
): string[] {
  const found: string[] = []
  for (let i = first - 1; i >= Math.max(0, first - MAX_TITLE_WORDS); i--) {
    const [word, next] = [words[i], words[i + 1]]
    if (!word || !next || !isSameClause(text, word, next) || !isRole(word) || isClauseWord(word)) break
    found.push(...termsOf(word))
  }
  return found
}

function appositionAfter(text: string, words: Token[], last: number): string[] {
  const [name, next] = [words[last], words[last + 1]]
  if (!name || !next || !/^,\s*$/u.test(text.slice(name.end, next.start))) return []
  if (RELATIVE_PRONOUNS.has(next.word)) return []
  const found: string[] = []
  for (let i = last + 1; i <= last + MAX_APPOSITION_WORDS; i++) {
    const [word, following] = [words[i], words[i + 1]]
    if (!word) break
    found.push(...termsOf(word))
    if (!following || !isSameClause(text, word, following)) break
  }
  return found
}

/**
 * Returns whether two words stand in one clause: only space, a hyphen, an apostrophe or an abbreviation's point is
 * between them.
 */
const isSameClause = (text: string, word: Token, next: Token) => {
  const between = text.slice(word.end, next.start)
  return /^['’]?[ \t-]*$/u.test(between) || (between === '. ' && fullTitles(word.word).length > 0)
}

const termsOf = ({ word, term, stop }: Token) =>
  stop
    ? []
    : [
        term,
        ...fullTitles(word)
          .slice(0, 1)
          .flatMap((title) => tokens(title).map(({ term }) => term)),
      ]
