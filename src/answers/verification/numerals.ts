// Reads numbers written in words as digits, so that both spellings compare as equal.
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

const SMALL_NUMBERS = new Map([
  ...ONES.split(' ').map((word, i) => [word, i] as const),
  ...TENS.split(' ').map((word, i) => [word, 10 * (i + 2)] as const),
])
const SCALES = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** A number in digits, and how many words it takes. */
export type Numeral = { digits: string; length: number }

/**
 * Returns the number that the words begin with, where at least part of it is in words: "six thousand four hundred",
 * "twenty-one" (as two words), "3.2 million". Returns null for any other words, and for digits alone.
 */
export function numeralIn(words: string[]): Numeral | null {
  let [total, length, most] = [0, 0, Number.POSITIVE_INFINITY]
  while (length < words.length) {
    const at = length + Number(length > 0 && words[length] === 'and')
    const group = groupIn(words.slice(at))
    if (!group) break
    const scale = SCALES.get(words[at + group.length] ?? '') ?? 1
    if (scale >= most) break
    total += group.value * scale
    length = at + group.length + Number(scale > 1)
    most = scale
  }
  const isWritten = words.slice(0, length).some((word) => !DIGITS.test(word))
  return isWritten ? { digits: String(Number(total.toFixed(3))), length } : null
}

const isScale = (word: string) => word === 'hundred' || SCALES.has(word)

const DIGITS = /^\d+(?:\.\d+)?$/u

/** Returns the number below a thousand in words, or any number in digits, that the words begin with. */
function groupIn(words: string[]): { value: number; length: number } | null {
  const [first = '', second = ''] = words
  if (DIGITS.test(first)) return { value: Number(first), length: 1 }
  if (/^an?$/u.test(first)) return isScale(second) ? groupIn(['one', ...words.slice(1)]) : null
  const tens = belowHundred(words)
  if (!tens || tens.value > 19 || second !== 'hundred') return tens
  const and = Number(words[2] === 'and')
  const rest = belowHundred(words.slice(2 + and))
  return rest
    ? { value: 100 * tens.value + rest.value, length: 2 + and + rest.length }
    : { value: 100 * tens.value, length: 2 }
}

function belowHundred([first = '', second = '']: string[]): { value: number; length: number } | null {
  const [tens, ones] = [SMALL_NUMBERS.get(first), SMALL_NUMBERS.get(second)]
  if (tens === undefined) return null
  return tens >= 20 && ones !== undefined && ones > 0 && ones < 10
    ? { value: tens + ones, length: 2 }
    : { value: tens, length: 1 }
}
