import { type Token, tokens } from '../text/tokenize.ts'

/** Titles that news writes short, and the words that people ask by. */
const TITLES: Record<string, string> = {
  gov: 'governor',
  sen: 'senator',
  sens: 'senator',
  rep: 'representative',
  reps: 'representative',
  pres: 'president',
  dr: 'doctor',
  prof: 'professor',
  lt: 'lieutenant',
  col: 'colonel',
  capt: 'captain',
  sgt: 'sergeant',
  atty: 'attorney',
  supt: 'superintendent',
  rev: 'reverend',
  coun: 'councillor',
  couns: 'councillor',
  cllr: 'councillor',
  ald: 'alderman',
  cmdr: 'commander',
  maj: 'major',
  gen: 'general',
  adm: 'admiral',
  insp: 'inspector',
  det: 'detective',
  amb: 'ambassador',
  dem: 'democrat',
  gop: 'republican',
}

/** Titles that stand before a surname alone: any other word with a capital there is somebody's first name. */
const BEFORE_SURNAMES = new Set(
  `${Object.keys(TITLES).join(' ')} ${Object.values(TITLES).join(' ')} mr mrs ms miss sir mayor vice secretary minister
  chancellor judge justice general major officer detective chief sheriff marshal councillor councilman councilwoman
  councilmember congressman congresswoman commissioner ambassador speaker king queen prince princess lord lady pope
  bishop father sister brother coach director chairman chairwoman chair commander superintendent deputy`.split(
    /\s+/,
  ),
)

/** How far a title reaches before a name ("Border Patrol Commander Gregory Bovino") and an apposition after it. */
const BEFORE = 4
const AFTER = 8

/** What a text calls a speaker, in terms: the roles, and those that stand with the whole name. */
export type Roles = { roles: Set<string>; offices: Set<string> }

/**
 * The roles of a speaker in a text: the words before each mention of the name ("border czar Tom Homan") and the
 * apposition after it ("Jeff Landry, governor of Louisiana").
 */
export function rolesOf(speaker: string, text: string, words: Token[]): Roles {
  const name = tokens(speaker).map(({ word }) => word)
  const last = name.at(-1)
  const [roles, offices] = [new Set<string>(), new Set<string>()]
  for (const [i, { word }] of words.entries()) {
    if (word !== last) continue
    const first = startOfName(words, i, name)
    if (first === i && isSomebodyElses(text, words, i)) continue
    const isWhole = first < i && words[first]?.word === name[0]
    const titles = before(text, words, first, isWhole ? () => true : isTitle(text))
    const apposition = after(text, words, i)
    for (const role of [...titles, ...apposition]) roles.add(role)
    if (isWhole) for (const office of [...titles, ...apposition]) offices.add(office)
  }
  return { roles, offices }
}

/** Words that begin a clause, which tells what somebody did: "Landry, who called". */
const RELATIVE = new Set(['who', 'whose', 'whom', 'which'])

function startOfName(words: Token[], end: number, name: string[]): number {
  let first = end
  while (first > 0 && name.includes(words[first - 1]?.word ?? '')) first--
  return first
}

/** "Ben Marsh" is no mention of Ida Marsh. */
function isSomebodyElses(text: string, words: Token[], surname: number): boolean {
  const [previous, name] = [words[surname - 1], words[surname]]
  if (!previous || !name || !leadsTo(text, previous, name)) return false
  return !previous.stop && !BEFORE_SURNAMES.has(previous.word) && /^\p{Lu}/u.test(text.slice(previous.start))
}

/** Before a surname alone a title has a capital, or is a title always: "told Marsh" tells of none. */
const isTitle = (text: string) => (word: Token) =>
  BEFORE_SURNAMES.has(word.word) || /^\p{Lu}/u.test(text.slice(word.start))

function before(text: string, words: Token[], first: number, isRole: (word: Token) => boolean): string[] {
  const found: string[] = []
  for (let i = first - 1; i >= Math.max(0, first - BEFORE); i--) {
    const [word, next] = [words[i], words[i + 1]]
    if (!word || !next || !leadsTo(text, word, next) || !isRole(word)) break
    found.push(...termsOf(word))
  }
  return found
}

function after(text: string, words: Token[], last: number): string[] {
  const [name, next] = [words[last], words[last + 1]]
  if (!name || !next || !/^,\s*$/u.test(text.slice(name.end, next.start))) return []
  if (RELATIVE.has(next.word)) return []
  const found: string[] = []
  for (let i = last + 1; i <= last + AFTER; i++) {
    const [word, following] = [words[i], words[i + 1]]
    if (!word) break
    found.push(...termsOf(word))
    if (!following || !leadsTo(text, word, following)) break
  }
  return found
}

/** Two words stand in one clause: nothing but space, a hyphen, an apostrophe or an abbreviation's point is between them. */
const leadsTo = (text: string, word: Token, next: Token) => {
  const between = text.slice(word.end, next.start)
  return /^['’]?[ \t-]*$/u.test(between) || (between === '. ' && word.word in TITLES)
}

const termsOf = ({ word, term, stop }: Token) =>
  stop
    ? []
    : [term, ...(Object.hasOwn(TITLES, word) ? tokens(TITLES[word] ?? '').map((title) => title.term) : [])]
