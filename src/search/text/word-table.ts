// Keeps what is known of written words, and looks them up where they stand in a text, without cutting them out of it.

/** Slots are a power of two, so that a hash is cut down to one by its last bits; half of them stay empty. */
const SLOTS = 2 ** 18
const MAX_WORDS = SLOTS / 2

/** Looks up what is known of the word from `start` to `end` of a text, in UTF-16 code units. */
export type WordTable<Known> = (text: string, start: number, end: number) => Known

/** A table of what `know` tells of words; it begins anew when it is full. */
export function openWordTable<Known>(know: (word: string) => Known): WordTable<Known> {
  let slots = new Int32Array(SLOTS)
  let words: string[] = []
  let known: Known[] = []

  return (text, start, end) => {
    let slot = hashOf(text, start, end) & (SLOTS - 1)
    for (let at = slots[slot] as number; at > 0; at = slots[slot] as number) {
      if (isAt(words[at - 1] as string, text, { start, end })) return known[at - 1] as Known
      slot = (slot + 1) & (SLOTS - 1)
    }
    const word = ownCopy(text.slice(start, end))
    const one = know(word)
    if (words.length < MAX_WORDS) slots[slot] = words.push(word) && known.push(one)
    else [slots, words, known] = [new Int32Array(SLOTS), [], []]
    return one
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isAt(word: string, text: string, { start, end }: { start: number; end: number }): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/** A slice keeps the whole text in memory that it is of. */
const ownCopy = (slice: string): string => Buffer.from(slice, 'utf16le').toString('utf16le')
