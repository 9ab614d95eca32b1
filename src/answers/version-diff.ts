import { diffArrays, diffWordsWithSpace } from 'diff'

/** A stretch of a paragraph that both texts have, or that only the older or only the newer one has. */
export type Stretch = { kind: 'same' | 'removed' | 'added'; text: string }

/** How far two texts may be apart, in lines or in words, before they are shown as wholly different. */
const FURTHEST = 1000

/** What changed from one text to another: the paragraphs that differ, in reading order, each as its stretches. */
export function changesBetween(before: string, after: string): Stretch[][] {
  const [old, young] = [paragraphs(before), paragraphs(after)]
  const parts = diffArrays(old, young, { maxEditLength: FURTHEST }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: young },
  ]
  return parts.flatMap(({ removed, added, value }, i) => {
    const next = parts[i + 1]
    const previous = parts[i - 1]
    if (removed && next?.added) return pairs(value, next.value)
    if (removed) return value.map((text): Stretch[] => [{ kind: 'removed', text }])
    if (added && !previous?.removed) return value.map((text): Stretch[] => [{ kind: 'added', text }])
    return []
  })
}

const paragraphs = (text: string) => text.split(/\s*\n\s*/u).filter((line) => line !== '')

/** Paragraphs that stand in the place of others, compared in their order. */
function pairs(old: string[], young: string[]): Stretch[][] {
  const length = Math.max(old.length, young.length)
  return Array.from({ length }, (_, i) => wordsBetween(old[i] ?? '', young[i] ?? ''))
}

function wordsBetween(old: string, young: string): Stretch[] {
  const parts = diffWordsWithSpace(old, young, { maxEditLength: FURTHEST }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: young },
  ]
  return parts.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value,
  }))
}
