// Tells which names of quoted speakers are one person's: "Garrick" and "Odile Garrick", "Chief Anton Reyes" and "Anton Reyes".
import { ABBREVIATED_TITLES, USUAL_TITLES } from '../../language/titles.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import { tokens } from '../../search/text/tokenize.ts'

/** A person or body that is quoted: the fullest of its names, and all names that stories give it. */
export type Identity = { name: string; aliases: string[] }

const TITLES = new Set(
  `${ABBREVIATED_TITLES.join(' ')} ${USUAL_TITLES.join(' ')} mr mrs ms miss mx sir dame lord lady judge justice chief mayor
  minister secretary sheriff commissioner ambassador coach director chairman chairwoman chair superintendent deputy
  trustee treasurer king queen prince princess pope bishop father sister brother officer detective inspector`.split(
    /\s+/u,
  ),
)
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Small words within names of people: "Ursula von der Leyen". */
const PARTICLES = new Set([
  'de',
  'la',
  'le',
  'du',
  'da',
  'di',
  'del',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'el',
  'al',
  'bin',
  'ibn',
])

/** Whether words are a proper name, and no description of somebody: "the Clinton campaign", "a senior adviser". */
const isProperName = (name: string) =>
  name
    .split(/\s+/u)
    .every((word, i) => /^[\p{Lu}\p{N}(“"'‘]/u.test(word) || (i > 0 && PARTICLES.has(word.toLowerCase()))) &&
  !/^(?:The|An?|His|Her|Their|Our|My|One) /u.test(name)

/** A name without the account in brackets behind it, and without the titles before it. */
function plainName(name: string): string[] {
  const words = tokens(name.replace(/\s*\([^)]*\)\s*$/u, '')).map(({ word }) => word)
  const first = words.findIndex((word) => !TITLES.has(word))
  return first < 0 ? words : words.slice(first)
}

/** What tells people of full names apart: first and last name and a suffix; a middle name may be left out. */
function keyOf(words: string[]): string {
  const suffix = words.find((word) => SUFFIXES.has(word)) ?? ''
  const names = words.filter((word) => !SUFFIXES.has(word))
  return [names[0], names.at(-1), suffix].join(' ')
}

/** Returns the identities behind names; descriptions are nobody's. A surname alone is somebody's where nobody else has it. */
export function identitiesAmong(names: Iterable<string>): Identity[] {
  const plain = [...new Set(names)].filter(isProperName).map((name) => ({ name, words: plainName(name) }))
  const full = Map.groupBy(
    plain.filter(({ words }) => words.length > 1),
    ({ words }) => keyOf(words),
  )
  const identities = [...full.values()].map((same) => ({
    name: same.toSorted((a, b) => a.name.length - b.name.length)[0]?.name ?? '',
    surname: same[0]?.words.filter((word) => !SUFFIXES.has(word)).at(-1),
    aliases: same.map(({ name }) => name),
  }))
  for (const { name, words } of plain.filter((one) => one.words.length === 1)) {
    const holders = identities.filter(({ surname }) => surname === words[0])
    if (holders.length === 1) holders[0]?.aliases.push(name)
    else identities.push({ name, surname: words[0], aliases: [name] })
  }
  return identities.map(({ name, aliases }) => ({ name, aliases }))
}

const known = new WeakMap<SearchIndex, { at: number; identities: Identity[] }>()

/** Returns the identities of all who are quoted in an index; worked out anew when the index has changed. */
export function identitiesIn(index: SearchIndex): Identity[] {
  const at = index.indexedAt().getTime()
  const before = known.get(index)
  if (before?.at === at) return before.identities
  const identities = identitiesAmong([...index.stories()].flatMap(({ speakers }) => speakers))
  known.set(index, { at, identities })
  return identities
}

/** Returns the other names of those whose name has all of some words; none where these are nobody's name. */
export function otherNames(asked: string, index: SearchIndex): string[] {
  const words = tokens(asked).map(({ word }) => word)
  if (words.length === 0) return []
  const has = (alias: string) => {
    const names = new Set(tokens(alias).map(({ word }) => word))
    return words.every((word) => names.has(word))
  }
  return identitiesIn(index).flatMap(({ aliases }) =>
    aliases.some(has) ? aliases.filter((alias) => !has(alias)) : [],
  )
}
