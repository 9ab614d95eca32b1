// Recognizes words in marks that nobody says: what a sign or banner reads, proverbs, nicknames, titles with their date.
import type { Span } from '../../archive/article.ts'

/** Things that carry words. */
const CARRIERS =
  `banner|placard|poster|billboard|plaque|sticker|hoarding|t-?shirt|sweatshirt|hoodie|jersey|cap|hat|button|badge|
  pin|sign|signpost|noticeboard|blackboard|whiteboard|marquee|mural|graffiti|tattoo|doormat|mug|tombstone|gravestone|
  headstone|inscription|bumper sticker|label|caption|headline|subtitle|slogan|motto|tagline|catchphrase|hashtag|
  password|watchword|chalkboard|scoreboard|flag|ribbon|balloon|leaflet`.replace(/\s+/g, '')
const READS =
  'reads?|reading|said|says|saying|bore|bears|bearing|proclaimed|proclaims|proclaiming|declared|declaring'
const PLACE = String.raw`(?: (?:on|in|at|above|outside|over|near|by|from|of|along|across|beside|behind|opposite)(?: [\p{L}\d][\p{L}\d’'-]*){1,6}?)?`
const UP_TO_MARK = '[,:]? ?$'
/** "A banner that read …", "one placard in the crowd said …", "a sign with the words …". */
const CARRIED = new RegExp(
  String.raw`(?<![\p{L}-])(?:${CARRIERS})s?${PLACE}(?:,? (?:that|which))?(?: has| have)? (?:(?:${READS})(?: the words?)?|(?:with|in) the (?:words?|message|legend|slogan)|emblazoned with|painted with|printed with)${UP_TO_MARK}`,
  'iu',
)
/** "Its slogan …", "its motto since 1951 has been …"; a judgement of one ("the slogan was “daft”") is in lower case. */
const ENTITLED = new RegExp(
  String.raw`(?<![\p{L}-])(?:motto|slogan|tagline|catchphrase|hashtag|password|headline)s?(?:,?${PLACE}(?: since \d{4})?(?: is| was| has been| became))?${UP_TO_MARK}`,
  'iu',
)
const CAPITAL = /^[\p{Lu}#@]/u
/** “Cheers,” said nobody. */
const NOBODY_AFTER = /^[”"’']*,? ?(?:said|says) (?:nobody|no one|no-one)(?!\p{L})/iu
/** "… as the saying goes", "… runs the proverb". */
const SAYING_AFTER =
  /^[”"’']?,? ?(?:as )?(?:(?:the|an?) (?:old |local )?(?:saying|proverb|adage|maxim) (?:goes|has it|runs|says)|(?:goes|runs|says) (?:the|an?) (?:old |local )?(?:saying|proverb|adage|maxim))/iu
/** "As the saying goes, …", "the proverb says: …". */
const SAYING_BEFORE =
  /(?<!\p{L})(?:saying|proverb|adage|maxim) (?:goes|has it|runs|says|is)(?: that)?[^“”".!?;\p{L}]{0,3}$/iu
/** "Goes by the name …", "better known as …". */
const NAMED_BEFORE =
  /(?<!\p{L})(?:(?:goes|going|went) by(?: the (?:name|nickname))?(?: of)?|by the (?:name|nickname)(?: of)?|nicknamed|(?:the|his|her|their|its) nickname,?(?: of| is| was)?|(?:better|also|widely) known as|a\.?k\.?a\.?|alias)[^“”".!?;\p{L}]{0,3}$/iu
/** A title with its date or page in brackets: (“What the town thinks”, Jan. 10). */
const DATED_TITLE =
  /^[”"’']?,? (?:(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)\p{L}*\.? \d|\d{1,2} \p{Lu}\p{Ll}{2}|p\.? ?\d|page \d|letters,?)/iu
const OPENING_BRACKET = /[([][“"‘']$/u
/** How many characters on either side of the marks are read. */
const SCANNED_CHARS = 120

/** Whether words in marks are on a thing, in everybody's mouth, a nickname or a dated title, by the words around them. */
export function isInscription(text: string, run: Span): boolean {
  const line = text.slice(Math.max(0, run.start - SCANNED_CHARS), run.start)
  const before = line.slice(line.lastIndexOf('\n') + 1)
  const outside = before.replace(/[“"„«‘'](?=$)/u, '')
  const after = text.slice(run.end, run.end + SCANNED_CHARS)
  return (
    [CARRIED, SAYING_BEFORE, NAMED_BEFORE].some((pattern) => pattern.test(outside)) ||
    (CAPITAL.test(text.slice(run.start, run.start + 2)) && ENTITLED.test(outside)) ||
    SAYING_AFTER.test(after) ||
    NOBODY_AFTER.test(after) ||
    (OPENING_BRACKET.test(before) && DATED_TITLE.test(after))
  )
}
