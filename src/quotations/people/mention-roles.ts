import { nounKind } from '../language/noun-kinds.ts'
import type { Tag } from '../language/tags.ts'
import { partyAndState, titleInFull } from './abbreviated-titles.ts'
import type { Mention, Tagged } from './mentions.ts'

const BEING = new Set(['is', 'was', 'became', 'becomes', 'remains'])
/** Kinds of nouns that a person is called by. */
const PERSON = new Set([1, 6])
const DESCRIBES = new Set<Tag>(['noun', 'name'])

/**
 * The words that say what a named one is, lower case: those before the name ("border czar Tom Pine"), an
 * apposition after it ("Tom Pine, the border czar,") or a sentence ("Tom Pine is the border czar").
 */
export function rolesOf(tagged: Tagged, mentions: Mention[], at: number): string[] {
  const mention = mentions[at] as Mention
  const before = wordsBetween(tagged, mention.from, mention.core - 1)
  const after = apposition(tagged, mention, mentions.slice(at + 1, at + 5))
  const said = after ? [...before, ...wordsBetween(tagged, after.from, after.to)] : before
  const ahead = precededBy(tagged, mention, mentions.slice(Math.max(0, at - 4), at))
  const told = ahead ? [...said, ...wordsBetween(tagged, ahead.from, ahead.to)] : said
  return [...told.flatMap(titleInFull), ...partyOf(tagged, mention)]
}

/** The party and state in brackets, or after a comma: "(R-Tex.)", ", D-N.Y.,". */
function partyOf({ words }: Tagged, { to }: Mention): string[] {
  return /^[(,]$/.test(words[to + 1]?.text ?? '') ? partyAndState(words[to + 2]?.lower ?? '') : []
}

function wordsBetween({ words, tags }: Tagged, from: number, to: number): string[] {
  const found: string[] = []
  for (let i = from; i <= to; i++) if (DESCRIBES.has(tags[i] as Tag)) found.push(words[i]?.lower ?? '')
  return found
}

function apposition({ words, tags }: Tagged, mention: Mention, next: Mention[]): Mention | undefined {
  const i = mention.to + 1
  const isSaid = BEING.has(words[i]?.lower ?? '')
  if (!(tags[i] === 'comma' || isSaid) || words[i]?.sentence !== words[mention.to]?.sentence) return undefined
  return next.findLast(
    ({ kind, from, to, owns, modifies }) =>
      kind === 'nominal' && from === i + 1 && !owns && !modifies && (isSaid || !isSubject(tags, to)),
  )
}

/** In "In Sallow, the mayor said" the description is no apposition: it has a verb of its own. */
export function isSubject(tags: Tag[], to: number): boolean {
  const next = tags[to + 1] === 'adverb' ? tags[to + 2] : tags[to + 1]
  return next === 'cue' || next === 'verb' || next === 'auxiliary'
}

/** "Her daughter, Nell Pine, said": a description of a person that opens the sentence, the name in commas after it. */
function precededBy({ words, tags }: Tagged, mention: Mention, before: Mention[]): Mention | undefined {
  if (tags[mention.from - 1] !== 'comma' || tags[mention.to + 1] !== 'comma') return undefined
  return before.findLast(({ kind, from, to, head, owns, modifies }) => {
    const opens = words[from - 1]?.sentence !== words[from]?.sentence
    return (
      kind === 'nominal' &&
      to === mention.from - 2 &&
      opens &&
      !owns &&
      !modifies &&
      PERSON.has(nounKind(words[head]?.lower ?? ''))
    )
  })
}
