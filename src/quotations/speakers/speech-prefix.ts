// Recognizes speakers in script form: "PINE: …" and signatures after a dash.
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'

const ENDS = /[.?!…]['’”"]?\s*$/

/**
 * Returns the mention before a quotation in script form, name and colon: `PINE: “…” REED: “…”`. It is at the start of
 * a paragraph or right after another quotation.
 */
export function speechPrefix({ words, tags, mentions }: AnnotatedText, at: number): Mention | undefined {
  if (tags[at - 1] !== 'colon') return undefined
  const next = mentionIndex(mentions, at)
  const near = mentions.slice(Math.max(0, next - 3), next)
  const named = near.findLast(({ to }) => to === at - 2)
  if (!named || named.kind === 'pronoun') return undefined
  const before = words[named.from - 1]
  const opens = before?.paragraph !== words[named.from]?.paragraph || before?.kind === 'quotation'
  return opens ? named : undefined
}

/**
 * Returns the name that signs a quotation after a dash, in its paragraph or the next: `“Fix it.” — Jo Pine, Ohio`.
 */
export function signature({ words, tags, mentions }: AnnotatedText, at: number): Mention | undefined {
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
