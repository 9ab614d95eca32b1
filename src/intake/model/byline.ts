// Reads the names of authors in a byline.

/** The longest byline that is read, and the most words of a name. */
const MAX_BYLINE_CHARS = 300
const MAX_NAME_WORDS = 6
const INTRODUCTION =
  /^\W*(?:(?:written|reported|posted|published|photographs?|story|text|words|reporting|interview|analysis|opinion|review) )?(?:by|von|par|por|di|door)\b[\s:]*|^\W*authors?\s*:\s*/iu
const BETWEEN_NAMES = /\s*(?:[,;|·•/\n]|\s[-–—]\s|\s(?:and|und|et|y|e|en|with)\s|&)\s*/iu
/** A comma that belongs to a name: “King, Jr.” */
const SUFFIX_COMMA = /,\s*(?=(?:Jr|Sr|II|III|IV|MD|M\.D|PhD|Ph\.D)\b)/gu
/** Words of job titles and of departments, which no name has. */
const NO_NAME =
  /\b(?:staff|writers?|reporters?|editors?|correspondents?|columnists?|contributors?|contributing|journalists?|photographers?|producers?|critics?|bureau|desk|newsroom|team|editorial|redaktion|rédaction|redacción|redactie|admin|administrator|webmaster|webadmin|moderator|guest|special to|for the|news service|updated|published|posted|email|e-mail|follow|twitter|minutes? read|min read|comments?|senior|chief|intern|freelancer?)\b|@|https?:|\d/iu
/** The form of a user name: one word without a capital, or with a sign in it. */
const USER_NAME = /^(?:[\p{Ll}\d._-]+|\S*[._]\S*\p{Ll}\S*)$/u
const INITIALS = /^(?:\p{Lu}\.)+(?:-?\p{Lu}\.)*$/u

/**
 * Returns the names in a byline, without “By”, job titles, departments, addresses and user names. Examples:
 * `By Ada Lindqvist and Bo Marsh, staff writers` gives `['Ada Lindqvist', 'Bo Marsh']`; `webadmin` and
 * `Staff` give none.
 */
export function namesIn(byline: string): string[] {
  if (byline.length > MAX_BYLINE_CHARS) return []
  const line = byline
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/^\S+@\S+\s*\((.+)\)$/u, '$1')
    .replace(INTRODUCTION, '')
    .replace(SUFFIX_COMMA, ' ')
  const names = line
    .split(BETWEEN_NAMES)
    .map((part) => part.replace(/^by\s+|\([^)]*\)|[\s:,.]+$/giu, keepStop).trim())
  return [...new Set(names.filter(isName))]
}

/** Keeps the full stop of an abbreviation at the end of a name (`Sammy Davis Jr.`) where it is all there is. */
const keepStop = (cut: string) => (cut === '.' ? '.' : '')

function isName(part: string): boolean {
  const words = part.split(' ')
  if (!/\p{L}/u.test(part) || words.length > MAX_NAME_WORDS || NO_NAME.test(part)) return false
  return words.length > 1 || !USER_NAME.test(part) || INITIALS.test(part)
}
