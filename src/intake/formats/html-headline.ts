// Takes the name of the site off the title of a web page.

const SEPARATOR = /\s+[|·•–—»:]+\s+|\s+-+\s+|\s*[|»]\s*/u
/** The end of an outlet’s name that a title may leave out. */
const OUTLET_ENDING = /(?:\.\w{2,6}){1,2}$|\b(?:news|online|com)$/iu

/** What is known of a page: the names of its outlet and host, and the title that it shows (`<h1>`). */
export type TitleContext = { outlets: string[]; shown: string | null }

/**
 * Returns a title without the name of the site at its end or beginning. Example: `Ferry stays | The Bell`
 * gives `Ferry stays`, where the outlet is “The Bell”, or where the page shows “Ferry stays”.
 */
export function withoutSiteName(title: string, { outlets, shown }: TitleContext): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  if (shown && parts.length > 1 && startsWithWords(title, shown))
    return title.slice(0, endOfWords(title, shown)).trim()
  const isSite = (part: string) => outlets.some((outlet) => sameName(part, outlet))
  const last = parts.at(-1) ?? ''
  if (isSite(last))
    return withoutSiteName(title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•–—»:-]+$/u, ''), {
      outlets,
      shown,
    })
  const [head = ''] = parts
  return isSite(head) ? title.slice(title.indexOf(head) + head.length).replace(/^[\s|·•–—»:-]+/u, '') : title
}

/** Returns the name of the site at the end of a page’s title, where the rest is the headline that it shows. */
export function siteNameIn(title: string, shown: string | null): string | undefined {
  if (!shown || !startsWithWords(title, shown)) return undefined
  const rest = title.slice(endOfWords(title, shown))
  return SEPARATOR.test(rest) ? rest.split(SEPARATOR).at(-1)?.trim() || undefined : undefined
}

const lettersOf = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const startsWithWords = (title: string, words: string) =>
  lettersOf(title).startsWith(lettersOf(words)) && lettersOf(words) !== ''

/** Returns where the letters of `words` end in a title that begins with them. */
function endOfWords(title: string, words: string): number {
  let left = lettersOf(words).length
  for (const match of title.matchAll(/[\p{L}\p{N}]/gu)) {
    left -= match[0].toLowerCase().length
    if (left <= 0) {
      const end = match.index + match[0].length
      return end + (/^[?!.”"’)…]+/u.exec(title.slice(end))?.[0].length ?? 0)
    }
  }
  return title.length
}

function sameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) =>
    lettersOf(name.replace(/^the\s+/iu, '').replace(OUTLET_ENDING, '')),
  )
  return a !== '' && a === b
}
