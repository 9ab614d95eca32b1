import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { Scene } from './scene.ts'

const ENDS = /[.?!…]['’”"]?\s*$/

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
  const opens = before?.paragraph !== words[named.from]?.paragraph || before?.kind === 'quotation'
  return opens ? named : undefined
}

/** The name that signs a quotation after a dash: `“Fix it.” — Jo Pine, Ohio`, in its paragraph or the next. */
export function signature({ words, tags, mentions }: Scene, at: number): Mention | undefined {
  const dash = words[at + 1]
  if (
    tags[at + 1] !== 'dash' ||
    !ENDS.test(words[at]?.text ?? '') ||
    (dash?.paragraph ?? 0) > (words[at]?.paragraph ?? 0) + 1
  )
    return undefined
  const next = mentionIndex(mentions, at)
  const named = mentions.slice(next, next + 3).find(({ from, kind }) => from === at + 2 && kind === 'name')
  const after = named && words[named.to + 1]
  const ends = named && (after?.paragraph !== dash?.paragraph || /^[,(.]$/.test(after?.text ?? ''))
  return ends ? named : undefined
}
