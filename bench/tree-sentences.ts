// Cuts the sentences of the treebank into words as the product cuts them.
import type { Span } from '../src/archive/article.ts'
import { tokenize } from '../src/quotations/language/tokens.ts'
import { RELATIONS, WORD_CLASSES } from '../src/quotations/syntax/labels.ts'
import type { BankSentence, BankToken } from './treebank.ts'

/** A sentence cut into words as the product cuts it, with class, head (its length is the root) and relation, by number. */
export type TreeSentence = { words: string[]; tags: number[]; heads: number[]; relations: number[] }

/** The word that stands for a quotation. */
export const QUOTED = '“”'
const MARK = /^["“”'‘’`]+$/
const SUBTYPES = new Set<string>(RELATIONS)

type Group = Span & { text: string; members: number[] }

/** A sentence of the treebank in the product's words, without quotation marks. */
export function treeOf(text: string, sentence: BankSentence): TreeSentence | undefined {
  const words = tokenize(text, sentence).filter(({ text, kind }) => !(kind === 'mark' && MARK.test(text)))
  return grouped(
    sentence,
    words.map(({ start, end, text }) => ({ start, end, text, members: [] })),
  )
}

/** The same with what stands in quotation marks as one word; undefined where nothing does. */
export function quotedTreeOf(text: string, sentence: BankSentence): TreeSentence | undefined {
  const spans = quotedSpans(text, sentence)
  if (spans.length === 0) return undefined
  const groups: Group[] = []
  for (const { start, end, text: word, kind } of tokenize(text, sentence)) {
    if (kind === 'mark' && MARK.test(word)) continue
    const span = spans.find((one) => one.start <= start && end <= one.end)
    if (!span) groups.push({ start, end, text: word, members: [] })
    else if (groups.at(-1)?.start !== span.start) groups.push({ ...span, text: QUOTED, members: [] })
  }
  return grouped(sentence, groups)
}

function quotedSpans(text: string, { start, end }: BankSentence): Span[] {
  const said = text.slice(start, end)
  return [...said.matchAll(/“([^“”]{2,})”|"([^"]{2,})"/g)].map(({ index, 0: whole }) => ({
    start: start + index + 1,
    end: start + index + whole.length - 1,
  }))
}

/** Each group takes the head of its token that hangs on another group; a part of a token hangs on the token's first part. */
function grouped({ tokens }: BankSentence, groups: Group[]): TreeSentence | undefined {
  const groupOf = tokens.map((token) => assign(token, groups))
  for (const [t, group] of groupOf.entries()) groups[group]?.members.push(t)
  const heads = groups.map(() => -1)
  const tops = groups.map(({ members }, g) => {
    const outside = members.filter((t) => groupOf[tokens[t]?.head ?? -1] !== g)
    return outside.find((t) => tokens[t]?.upos !== 'PUNCT') ?? outside[0] ?? members[0]
  })
  const relations: number[] = []
  const tags: number[] = []
  for (const [g, top] of tops.entries()) {
    const token = top === undefined ? undefined : tokens[top]
    if (!token) {
      if (g === 0) return undefined
      heads[g] = g - 1
      relations.push(RELATIONS.indexOf('flat'))
      tags.push(tags[g - 1] ?? 0)
      continue
    }
    heads[g] = headGroup(tokens, groupOf, { token, g, root: groups.length })
    relations.push(heads[g] === groups.length ? 0 : RELATIONS.indexOf(relationOf(token.relation)))
    tags.push(groups[g]?.text === QUOTED ? 0 : WORD_CLASSES.indexOf(classOf(token)))
  }
  if (heads.filter((head) => head === groups.length).length !== 1) return undefined
  return { words: groups.map(({ text }) => text), tags, heads, relations }
}

type Link = { token: BankToken; g: number; root: number }

/** Up from a token to the first that stands in another group. */
function headGroup(tokens: BankToken[], groupOf: number[], { token, g, root }: Link): number {
  let at = token.head
  for (let steps = 0; at >= 0 && steps < 200; steps++) {
    const group = groupOf[at] ?? -1
    if (group >= 0 && group !== g) return group
    at = tokens[at]?.head ?? -1
  }
  return root
}

function assign(token: BankToken, groups: Group[]): number {
  return groups.findIndex((group) => token.start < group.end && group.start < token.end)
}

function relationOf(relation: string): (typeof RELATIONS)[number] {
  if (SUBTYPES.has(relation)) return relation as (typeof RELATIONS)[number]
  const base = relation.split(':')[0] ?? ''
  return SUBTYPES.has(base) ? (base as (typeof RELATIONS)[number]) : 'dep'
}

const PAST = new Set(['VBD', 'VBN'])

function classOf({ upos, xpos }: BankToken): (typeof WORD_CLASSES)[number] {
  if (upos === 'NOUN') return xpos === 'NNS' ? 'NOUNS' : 'NOUN'
  if (upos === 'AUX') return PAST.has(xpos) ? 'AUX-PAST' : 'AUX'
  if (upos === 'PART' && xpos === 'POS') return 'POSS'
  if (upos !== 'VERB') return WORD_CLASSES.find((one) => one === upos) ?? 'X'
  if (xpos === 'VBZ' || xpos === 'VBP') return 'VERB-PRES'
  if (xpos === 'VBD') return 'VERB-PAST'
  if (xpos === 'VBN') return 'VERB-PART'
  return xpos === 'VBG' ? 'VERB-ING' : 'VERB'
}
