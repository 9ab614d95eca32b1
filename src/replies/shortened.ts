// Shortens a quotation to its first words.

/** Characters of a quotation that suffice to recognise it. */
const MAX_SHORTENED_CHARS = 100

/** Returns the first words of a quotation, on one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= MAX_SHORTENED_CHARS
    ? line
    : `${line.slice(0, MAX_SHORTENED_CHARS).replace(/\S*$/, '').trimEnd()}…`
}
