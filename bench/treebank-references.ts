// Reads which mentions of a treebank document stand for which entity of it.
import { findParagraphs } from '../src/quotations/marks/paragraphs.ts'
import { findRuns } from '../src/quotations/marks/runs.ts'
import type { Entity } from '../src/quotations/people/entity.ts'
import type { Mention } from '../src/quotations/people/mentions.ts'
import { annotateText } from '../src/quotations/scene/annotate.ts'
import type { AnnotatedText } from '../src/quotations/scene/annotated-text.ts'
import type { BankDocument } from './treebank.ts'

/** Words that the treebank's people marked as naming an entity: `head` is where the word starts that matters most. */
export type EntitySpan = { entity: string; type: string; start: number; end: number; head: number }

/** A mention of a treebank document, and whether people marked an entity of it as the same. */
export type Referring = { annotated: AnnotatedText; mention: Mention; isSame: (entity: Entity) => boolean }

/** Returns the pronouns and descriptions of a document, annotated as the product does it, with whom they stand for. */
export function referringMentions(document: BankDocument): Referring[] {
  const runs = findRuns(document.text).filter(({ depth }) => depth === 0)
  const annotated = annotateText(document.text, findParagraphs(document.text), runs)
  const spans = entitySpans(document)
  const goldOf = (mention: Mention) => goldAt(annotated, spans, mention)
  const known = new Map(
    annotated.entities.all.map((entity) => [entity, goldOfEntity(annotated, entity, goldOf)]),
  )
  return annotated.mentions.flatMap((mention) => {
    if (mention.kind === 'name' || mention.modifies) return []
    const gold = goldOf(mention)
    return gold === undefined
      ? []
      : [{ annotated, mention, isSame: (entity: Entity) => known.get(entity) === gold }]
  })
}

/** Returns what most of an entity's names are marked as. */
function goldOfEntity(
  { mentions, entities }: AnnotatedText,
  entity: Entity,
  goldOf: (mention: Mention) => string | undefined,
): string | undefined {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const gold = entities.byMention.get(mention) === entity ? goldOf(mention) : undefined
    if (gold !== undefined) counts.set(gold, (counts.get(gold) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The entity of the widest span whose head stands in the mention’s core; an owner’s ("her") is marked on its own. */
function goldAt({ words }: AnnotatedText, spans: EntitySpan[], { core, head }: Mention): string | undefined {
  const [start = 0, end = 0] = [words[core]?.start, words[head]?.end]
  const inside = spans.filter((span) => start <= span.head && span.head < end)
  return inside.sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.entity
}

type Open = { entity: string; type: string; first: number; salient: number[] }

/** Every marked span of a document; the last column opens and closes them token by token. */
export function entitySpans({ sentences }: BankDocument): EntitySpan[] {
  return sentences.flatMap(({ tokens }) => {
    const open: Open[] = []
    const found: EntitySpan[] = []
    for (const [t, token] of tokens.entries())
      for (const [, opened, closes, closed] of token.entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
        if (opened) open.push(readOpening(opened, t))
        const at = closed
          ? open.findLastIndex(({ entity }) => entity === closed)
          : closes
            ? open.length - 1
            : -1
        const [done] = at >= 0 ? open.splice(at, 1) : []
        if (!done) continue
        const head = tokens[done.first + (done.salient[0] ?? 1) - 1] ?? token
        const start = tokens[done.first]?.start ?? token.start
        found.push({ entity: done.entity, type: done.type, start, end: token.end, head: head.start })
      }
    return found
  })
}

/** `1-person-new-nnnnn-cf1-2,3-coref-Jo_Pine`: number, type, …, and sixth the words that matter, counted in the span. */
function readOpening(opening: string, first: number): Open {
  const [entity = '', type = '', , , , salient = ''] = opening.split('-')
  return { entity, type, first, salient: salient.split(',').map(Number).filter(Boolean) }
}
