// Recognizes names in marks that nobody says: nicknames, and titles right after the kind of work they name.
import type { Span } from '../../archive/article.ts'
import { cueOf } from '../language/cues.ts'
import { isFirstName } from '../people/genders.ts'

/** A nickname: one to three words, the first with a capital, no mark at its end. */
const NICKNAME = /^\p{Lu}[\p{L}\p{M}’'-]*\.?(?: [\p{L}\p{M}’'-]+){0,2}$/u
/** "Martha “", "Robert C. “", "(“". */
const GIVEN_BEFORE = /(?:^|[^\p{L}])(\p{Lu}[\p{L}\p{M}-]+)(?: \p{Lu}\.)? ["“‘'(]{1,2}$/u
const SURNAME_AFTER = /^[”"’')]{1,2} (\p{Lu}[\p{L}\p{M}’'-]+)/u
/** "his show, “Harbour Lights”": works by their kind, before a title. */
const WORK_BEFORE =
  /(?<!\p{L})(?:[Ff]ilm|[Mm]ovie|[Ss]how|[Pp]rogramme?|[Bb]ook|[Nn]ovel|[Aa]lbum|[Ss]ong|[Ss]ingle|[Ss]itcom|[Pp]odcast|[Mm]usical|[Mm]emoir|[Dd]ocumentary|[Mm]agazine),? ["“‘']{1,2}$/u
const MAX_TITLE_WORDS = 6
const SMALL_WORD = /^(?:of|the|an?|and|in|on|to|for|at|with|by|or|from|vs\.?|&)$/u
/** How many characters on either side of the marks are read. */
const SCANNED_CHARS = 60

/** Whether words in marks are the nickname between a first and a last name, or a title after "film", "song", "book". */
export function isProperName(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  const before = text.slice(Math.max(0, start - SCANNED_CHARS), start)
  return isNickname(words, before, text.slice(end, end + SCANNED_CHARS)) || isTitle(words, before)
}

function isNickname(words: string, before: string, after: string): boolean {
  const [, given = ''] = GIVEN_BEFORE.exec(before) ?? []
  const [, surname = ''] = SURNAME_AFTER.exec(after) ?? []
  return (
    NICKNAME.test(words) &&
    surname !== '' &&
    !cueOf(surname.toLowerCase()) &&
    isFirstName(given.toLowerCase())
  )
}

function isTitle(words: string, before: string): boolean {
  if (!WORK_BEFORE.test(before)) return false
  const parts = words.replace(/[,.]$/u, '').split(/\s+/)
  return (
    parts.length <= MAX_TITLE_WORDS &&
    parts.every((part, i) => /^[\p{Lu}\p{N}#]/u.test(part) || (i > 0 && SMALL_WORD.test(part)))
  )
}
