// Joins an office to the name after its place or body: "Governor of Veldia Chris Holt".
import { nounKind } from '../language/noun-kinds.ts'
import { ORGANISATION_WORDS, TITLES } from '../language/word-lists.ts'
import type { Word } from '../language/words.ts'
import { isFirstName } from './genders.ts'
import type { Mention, Tagged } from './mentions.ts'

const PERSON_KINDS = new Set([1, 6])

/** Returns the mentions with each full name taking in the office that stands before it, with what it is an office of. */
export function joinOffices(tagged: Tagged, mentions: Mention[]): Mention[] {
  const offices = new Set<Mention>()
  const joined = mentions.map((name, i) => {
    const office = officeBefore(tagged, name, mentions.slice(Math.max(0, i - 4), i))
    const given = office && givenName(tagged, name)
    if (given === undefined) return name
    offices.add(office as Mention)
    const { from, start } = office as Mention
    return { ...name, from, start, core: given, text: tagged.text.slice(start, name.end) }
  })
  return joined.filter((one) => !offices.has(one))
}

/** Returns the office right before "of" and a name's phrase. */
function officeBefore({ words }: Tagged, name: Mention, before: Mention[]): Mention | undefined {
  if (name.kind !== 'name' || words[name.from - 1]?.lower !== 'of') return undefined
  return before.find(
    ({ kind, head, to, owns }) =>
      kind === 'nominal' && to === name.from - 2 && !owns && isOffice(words[head]?.lower ?? ''),
  )
}

const isOffice = (noun: string) => TITLES.has(noun) || PERSON_KINDS.has(nounKind(noun))

/** Returns the index of the first name in a phrase that opens with a place or a body; undefined where there is none. */
function givenName({ words, tags }: Tagged, { core, head }: Mention): number | undefined {
  const isFirst = (i: number) => isFirstName(words[i]?.lower ?? '')
  if (tags[core - 1] === 'noun' && isFirst(core) && core < head) return core
  let given = head - 1
  while (given > core && !isFirst(given)) given--
  const isPlain = isFirst(head) && !namesBody(words, core, given)
  if (given <= core || isPlain || namesBody(words, given, head)) return undefined
  while (given - 1 > core && isFirst(given - 1)) given--
  return given
}

function namesBody(words: Word[], from: number, to: number): boolean {
  return words.slice(from, to + 1).some(({ lower }) => ORGANISATION_WORDS.has(lower))
}
