// Holds the texts of stories that were read of late, as one question needs the same ones many times.

/** The text of a story at a version; null where it is not to be had any more. */
type TextOf = (id: string, version: number) => string | null

/** So much text is held, in UTF-16 code units: some two thousand stories. */
const MAX_LENGTH = 8_000_000

/** Reads a text that was not asked for of late; a version's text never changes. Those asked for longest ago go first. */
export function heldTexts(textOf: TextOf): TextOf {
  const held = new Map<string, string>()
  let length = 0
  return (id, version) => {
    const key = `${version} ${id}`
    const known = held.get(key)
    const text = known ?? textOf(id, version)
    if (text === null) return null
    if (known === undefined) length += text.length
    held.delete(key)
    held.set(key, text)
    for (const [oldest, { length: size }] of held) {
      if (length <= MAX_LENGTH || oldest === key) break
      held.delete(oldest)
      length -= size
    }
    return text
  }
}
