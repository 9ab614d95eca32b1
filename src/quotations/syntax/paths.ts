// Finds ways between the words of a tree.
import type { SentenceTree } from './sentence-tree.ts'

/** So many steps up a tree are followed. */
const HIGHEST = 12

/** A stretch of words with its head word, by their index in the text. */
type Phrase = { from: number; head: number; to: number }

/** The word of a phrase that hangs on what is outside of it. */
export function topOf(tree: SentenceTree, { head, from, to }: Phrase): number {
  let at = head
  for (let steps = 0; steps < HIGHEST; steps++) {
    const up = tree.headOf(at)
    const isName = /^(?:flat|compound)$/.test(tree.relationOf(at))
    if (up < 0 || !((from <= up && up <= to) || isName)) return at
    at = up
  }
  return at
}

/** How many words stand above one. */
export function depthOf(tree: SentenceTree, word: number): number {
  return ancestorsOf(tree, word).length - 1
}

/** Where two words of a tree meet, and how many steps up from the one and down to the other. */
export type Path = { up: number; down: number; meet: number }

export function pathBetween(tree: SentenceTree, from: number, to: number): Path | undefined {
  const others = ancestorsOf(tree, to)
  for (const [up, meet] of ancestorsOf(tree, from).entries()) {
    const down = others.indexOf(meet)
    if (down >= 0) return { up, down, meet }
  }
  return undefined
}

/** A word and the words above it, as far as they are followed. */
export function ancestorsOf(tree: SentenceTree, word: number): number[] {
  const found: number[] = []
  for (let at = word; at >= 0 && found.length <= HIGHEST; at = tree.headOf(at)) found.push(at)
  return found
}
