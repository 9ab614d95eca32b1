import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { Scene } from './scene.ts'

/**
 * The mention that a script puts before a quotation, name and colon: `PINE: “…” REED: “…”`. It stands at the
 * start of a paragraph or right after another quotation.
 */
export function speechPrefix({ words, tags, mentions }: Scene, at: number): Mention | undefined {
  if (tags[at - 1] !== 'colon') return undefined
  const next = mentionIndex(mentions, at)
  const near = mentions.slice(Math.max(0, next - 3), next)
  const named = near.findLast(({ to }) => to === at - 2)
  if (!named || named.kind === 'pronoun') return undefined
  const before = words[named.from - 1]
  const opens = before?.paragraph !== words[at]?.paragraph || before?.kind === 'quotation'
  return opens ? named : undefined
}
