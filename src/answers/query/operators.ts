// Reads the operators of a question: what is left out, what must stand there too, and alternatives.

/** A question without its operators: the words left out, those that must all stand there, and the text that remains. */
export type Operators = { text: string; excluded: string[]; together: string[] }

const MARKED = '["“„«][^"“”„«»]+["“”»]'

/** "-word", "-"a phrase"", "-speaker:Marsh"; a minus before a digit is a sign. */
const MINUS = new RegExp(`(?<![^\\s])[-–−](?:[a-z]+:)?(${MARKED}|\\p{L}[^\\s"“”]*)`, 'gu')

/** "NOT word", "NOT Ida Marsh", "NOT about the ferry": in capitals, as a word in small letters is a word. */
const NOT = new RegExp(
  `(?<![^\\s])(?:AND )?NOT (?:(?:about|by|from|on) )?(?:the )?(${MARKED}|\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*)*|\\S+)`,
  'gu',
)

/** What comes after "except" and its like, to the end of the question. */
const EXCEPT =
  /,?\s+(?:excluding|except(?: for)?|apart from|other than|but not|not including)\s+(?:(?:by|from|about|on|what|those|the ones?)\s+)*(?:the\s+)?(?<what>[^,]+?)(?:\s+(?:said|says))?\s*$/iu

/** Questions in which "except" is no word that is sought: those that ask for a list. */
const LISTING =
  /^(?:please )?(?:show|find|list|give|what|everything|anything|all|any|every|quot|comments?|remarks?|statements?|coverage|stor(?:y|ies)|articles?)/iu

/** Returns a question without its operators. They count only where the question is not in capitals as a whole. */
export function readOperators(text: string): Operators {
  const isAllCaps = !/\p{Ll}/u.test(text)
  const excluded: string[] = []
  const leaveOut = (_: string, words: string) => {
    excluded.push(plain(words))
    return ' '
  }
  const left = isAllCaps
    ? text.replace(MINUS, leaveOut)
    : text.replace(MINUS, leaveOut).replace(NOT, leaveOut)
  const rest = withoutException(left, excluded)
  const both = isAllCaps ? [] : rest.split(/\s+AND\s+/u)
  return {
    text: both.length > 1 ? both.join(' ') : rest,
    excluded,
    together: both.length > 1 ? joined(both) : [],
  }
}

function withoutException(text: string, excluded: string[]): string {
  const found = EXCEPT.exec(text)
  const what = found?.groups?.what ?? ''
  if (!found || !(LISTING.test(text) || /^\p{Lu}/u.test(what))) return text
  excluded.push(...what.split(/\s*(?:,|\bor\b|\band\b)\s*/u).map(plain))
  return text.slice(0, found.index)
}

/** The words on both sides of each AND: the last before it and the first after it. */
const joined = (parts: string[]) =>
  parts.flatMap((part, i) => {
    const words = part.match(new RegExp(`${MARKED}|[^\\s"“”]+`, 'gu')) ?? []
    return [i > 0 ? words[0] : undefined, i < parts.length - 1 ? words.at(-1) : undefined].flatMap((word) =>
      word ? [plain(word)] : [],
    )
  })

const plain = (words: string) => words.replace(/["“”„«»]/gu, '').trim()

/** Returns the alternatives of a topic: "ferry OR bridge" has two. */
export const alternativesOf = (topic: string): string[] =>
  /\p{Ll}/u.test(topic) ? topic.split(/\s+OR\s+/u).filter((one) => /[\p{L}\p{N}]/u.test(one)) : [topic]
