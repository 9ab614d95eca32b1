// Finds the words of a text as they are written, letter by letter where it is plain, by a pattern elsewhere.

/**
 * Numbers with their commas and points, dotted abbreviations, and words with apostrophes inside them, in whatever way
 * these are written, and with characters that show nothing: NUL, soft hyphens, joiners.
 */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*\p{L}*|(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{N}][\p{L}\p{M}\p{N}\0\u00ad\u200c-\u200d\u2060\ufeff]*(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/uy

/** What is told of characters: those before 128 by a table, of the others those that are common between words. */
const [OTHER, BREAK, DIGIT, LETTER, APOSTROPHE] = [0, 1, 2, 3, 4] as const

const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => classOf(String.fromCharCode(code)))
const BREAKS = new Set([...'“”–—…\u00a0'].map((mark) => mark.charCodeAt(0)))
const APOSTROPHES = new Set([..."'’‘`´"].map((mark) => mark.charCodeAt(0)))

function classOf(letter: string): number {
  if (/[A-Za-z]/u.test(letter)) return LETTER
  if (/\d/u.test(letter)) return DIGIT
  if (/['`]/u.test(letter)) return APOSTROPHE
  return letter === '.' || letter === '\0' ? OTHER : BREAK
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return BREAK
  const code = text.charCodeAt(at)
  if (code < 128) return CLASSES[code] as number
  return BREAKS.has(code) ? BREAK : APOSTROPHES.has(code) ? APOSTROPHE : OTHER
}

/** Calls back with the start and end of each word, in UTF-16 code units, in the order of the text. */
export function scanWords(text: string, found: (start: number, end: number) => void): void {
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    const end = kind === LETTER ? plainEnd(text, at) : kind === BREAK ? at : null
    if (end === at) at++
    else at = end === null ? wordByPattern(text, at, found) : told(at, end, found)
  }
}

function told(start: number, end: number, found: (start: number, end: number) => void): number {
  found(start, end)
  return end
}

/** Where a word of plain letters and digits ends that begins here; null where only the pattern can tell. */
function plainEnd(text: string, start: number): number | null {
  let end = start + 1
  for (;;) {
    const kind = classAt(text, end)
    if (kind === BREAK) return end
    if (kind === LETTER || kind === DIGIT) end++
    else if (kind === APOSTROPHE) {
      const next = classAt(text, end + 1)
      if (next === OTHER || next === APOSTROPHE) return null
      if (next !== LETTER && next !== DIGIT) return end
      end += 2
    } else if (text[end] === '.' && end > start + 1) return end
    else return null
  }
}

/** Finds the word that the pattern has here, if any, and returns where to go on. */
function wordByPattern(text: string, at: number, found: (start: number, end: number) => void): number {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (word !== undefined) return told(at, at + word.length, found)
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)
}
