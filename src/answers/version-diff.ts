// Compares two versions of a text paragraph by paragraph, word by word.
import { diffArrays, diffWordsWithSpace } from 'diff'

/** A part of a paragraph: in both texts, only in the older (`removed`) or only in the newer (`added`). */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Texts with more edits than this, in lines or in words, are shown as wholly different. */
const MAX_EDIT_LENGTH = 1000

/** Returns the paragraphs that differ, in reading order, each as its parts. */
export function changesBetween(before: string, after: string): DiffPart[][] {
  const [older, newer] = [paragraphs(before), paragraphs(after)]
  const parts = diffArrays(older, newer, { maxEditLength: MAX_EDIT_LENGTH }) ?? [
    { removed: true, added: false, value: older },
    { removed: false, added: true, value: newer },
  ]
  return parts.flatMap(({ removed, added, value }, i) => {
    const next = parts[i + 1]
    const previous = parts[i - 1]
    if (removed && next?.added) return pairedChanges(value, next.value)
    if (removed) return value.map((text): DiffPart[] => [{ kind: 'removed', text }])
    if (added && !previous?.removed) return value.map((text): DiffPart[] => [{ kind: 'added', text }])
    return []
  })
}

const paragraphs = (text: string) => text.split(/\s*\n\s*/u).filter((line) => line !== '')

/** Compares replaced paragraphs in pairs, in their order. */
function pairedChanges(older: string[], newer: string[]): DiffPart[][] {
  const length = Math.max(older.length, newer.length)
  return Array.from({ length }, (_, i) => wordChanges(older[i] ?? '', newer[i] ?? ''))
}

function wordChanges(older: string, newer: string): DiffPart[] {
  const parts = diffWordsWithSpace(older, newer, { maxEditLength: MAX_EDIT_LENGTH }) ?? [
    { removed: true, added: false, value: older },
    { removed: false, added: true, value: newer },
  ]
  return parts.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value,
  }))
}
