// Compares texts by their letters and digits alone, whatever their spacing, marks and case.

/** A text's letters and digits, lower case, with the place of each in the text. */
export type Letters = { letters: string; at: number[] }

const KEPT = /[\p{L}\p{N}]/u

export function lettersOf(text: string): Letters {
  let letters = ''
  const at: number[] = []
  const plain = text.replace(/<\/?tweet[^<>]*>/gu, (mark) => ' '.repeat(mark.length))
  for (let i = 0; i < plain.length; i++) {
    const letter = plain[i] as string
    if (!KEPT.test(letter)) continue
    for (const one of letter.toLowerCase()) {
      letters += one
      at.push(i)
    }
  }
  return { letters, at }
}

/** Every place where the letters of a text stand in others. */
export function placesOf(needle: string, { letters }: Letters): [number, number][] {
  const wanted = lettersOf(needle).letters
  const found: [number, number][] = []
  if (wanted === '') return found
  for (let i = letters.indexOf(wanted); i >= 0; i = letters.indexOf(wanted, i + 1))
    found.push([i, i + wanted.length])
  return found
}

/** Whether one of two stretches has half of the shorter in common with the other. */
export const overlapsHalf = ([a, b]: [number, number], [c, d]: [number, number]): boolean =>
  2 * Math.max(0, Math.min(b, d) - Math.max(a, c)) >= Math.min(b - a, d - c)
