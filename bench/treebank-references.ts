import { findParagraphs } from '../src/quotations/marks/paragraphs.ts'
import { findRuns } from '../src/quotations/marks/runs.ts'
import type { Member } from '../src/quotations/people/cast.ts'
import type { Mention } from '../src/quotations/people/mentions.ts'
import { readScene, type Scene } from '../src/quotations/speakers/scene.ts'
import type { BankDocument } from './treebank.ts'

/** Words that the treebank's people marked as naming an entity: `head` is where the word starts that matters most. */
export type EntitySpan = { entity: string; type: string; start: number; end: number; head: number }

/** A mention of a treebank document, and for each member of its cast whether people say it is the same entity. */
export type Referring = { scene: Scene; mention: Mention; isSame: (member: Member) => boolean }

/** The pronouns and descriptions of persons in a document, read as the product reads it, with whom they stand for. */
export function referringMentions(document: BankDocument): Referring[] {
  const runs = findRuns(document.text).filter(({ depth }) => depth === 0)
  const scene = readScene(document.text, findParagraphs(document.text), runs)
  const spans = entitySpans(document)
  const entityOf = (mention: Mention) => entityAt(scene, spans, mention)
  const known = new Map(scene.cast.members.map((member) => [member, entityOfMember(scene, member, entityOf)]))
  return scene.mentions.flatMap((mention) => {
    if (mention.kind === 'name' || mention.modifies) return []
    const entity = entityOf(mention)
    return entity === undefined ? [] : [{ scene, mention, isSame: (member: Member) => known.get(member) === entity }]
  })
}

/** The entity that most of a member's names are marked as. */
function entityOfMember(
  { mentions, cast }: Scene,
  member: Member,
  entityOf: (mention: Mention) => string | undefined,
): string | undefined {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const entity = cast.of.get(mention) === member ? entityOf(mention) : undefined
    if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The entity of the widest span whose head stands in the mention’s core; an owner’s ("her") is marked on its own. */
function entityAt({ words }: Scene, spans: EntitySpan[], { core, head }: Mention): string | undefined {
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
        const at = closed ? open.findLastIndex(({ entity }) => entity === closed) : closes ? open.length - 1 : -1
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
