// Reads the roles that the words around a name give: title, apposition, party and state.
import { nounKind } from '../language/noun-kinds.ts'
import type { Tag } from '../language/tags.ts'
import { expandPartyAndState, expandTitle } from './abbreviated-titles.ts'
import type { Mention, Tagged } from './mentions.ts'
import { type Office, officeOf } from './offices.ts'

const COPULAS = new Set(['is', 'was', 'became', 'becomes', 'remains'])
/** The kinds of nouns (see `nounKind`) that stand for one person. */
const PERSON_KINDS = new Set([1, 6])
const DESCRIBING_TAGS = new Set<Tag>(['noun', 'name'])

/**
 * Returns the lower-case words that describe a named person: those before the name ("border czar Tom Pine"), an
 * apposition ("Tom Pine, the border czar,") or a predicate ("Tom Pine is the border czar").
 */
export function rolesOf(tagged: Tagged, mentions: Mention[], at: number): string[] {
  const described = descriptionsOf(tagged, mentions, at).flatMap(({ from, to }) =>
    wordsBetween(tagged, from, to),
  )
  return [...described.flatMap(expandTitle), ...partyOf(tagged, mentions[at] as Mention)]
}

/** Returns the offices that the same descriptions of a named person name. */
export function officesOf(tagged: Tagged, mentions: Mention[], at: number): Office[] {
  return descriptionsOf(tagged, mentions, at).flatMap(({ from, to }) => officeOf(tagged, from, to) ?? [])
}

type WordRange = { from: number; to: number }

/** Returns the word ranges that describe a named person: before the name, in apposition, or ahead of it. */
function descriptionsOf(tagged: Tagged, mentions: Mention[], at: number): WordRange[] {
  const mention = mentions[at] as Mention
  const before = { from: mention.from, to: mention.core - 1 }
  const after = apposition(tagged, mention, mentions.slice(at + 1, at + 5))
  const ahead = precedingDescription(tagged, mention, mentions.slice(Math.max(0, at - 4), at))
  return [before, after, ahead].flatMap((range) => range ?? [])
}

/** Returns the party and state in brackets or after a comma: "(R-Tex.)", ", D-N.Y.,". */
function partyOf({ words }: Tagged, { to }: Mention): string[] {
  return /^[(,]$/.test(words[to + 1]?.text ?? '') ? expandPartyAndState(words[to + 2]?.lower ?? '') : []
}

function wordsBetween({ words, tags }: Tagged, from: number, to: number): string[] {
  const found: string[] = []
  for (let i = from; i <= to; i++) if (DESCRIBING_TAGS.has(tags[i] as Tag)) found.push(words[i]?.lower ?? '')
  return found
}

function apposition({ words, tags }: Tagged, mention: Mention, next: Mention[]): Mention | undefined {
  const i = mention.to + 1
  const isSaid = COPULAS.has(words[i]?.lower ?? '')
  if (!(tags[i] === 'comma' || isSaid) || words[i]?.sentence !== words[mention.to]?.sentence) return undefined
  return next.findLast(
    ({ kind, from, to, owns, modifies }) =>
      kind === 'nominal' && from === i + 1 && !owns && !modifies && (isSaid || !isSubject(tags, to)),
  )
}

/** Whether a description is a subject and no apposition, as in "In Sallow, the mayor said": a verb follows it. */
export function isSubject(tags: Tag[], to: number): boolean {
  const next = tags[to + 1] === 'adverb' ? tags[to + 2] : tags[to + 1]
  return next === 'cue' || next === 'verb' || next === 'auxiliary'
}

/** Returns a person's description that opens the sentence before the name: "Her daughter, Nell Pine, said". */
function precedingDescription(
  { words, tags }: Tagged,
  mention: Mention,
  before: Mention[],
): Mention | undefined {
  if (tags[mention.from - 1] !== 'comma' || tags[mention.to + 1] !== 'comma') return undefined
  return before.findLast(({ kind, from, to, head, owns, modifies }) => {
    const opens = words[from - 1]?.sentence !== words[from]?.sentence
    return (
      kind === 'nominal' &&
      to === mention.from - 2 &&
      opens &&
      !owns &&
      !modifies &&
      PERSON_KINDS.has(nounKind(words[head]?.lower ?? ''))
    )
  })
}
