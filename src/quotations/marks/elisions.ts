// Tells apostrophes in clipped words (’em, goin’) from quotation marks.
/** Words whose first letters an apostrophe replaces: ’em, ’til, ’bout, rock ’n’ roll, the ’90s, class of ’08. */
const ELIDED =
  /(?:\d0s|\d\d|n|em|til|tis|twas|twere|twill|cause|cuz|bout|round|neath|ere|kay|nother|sup)(?![\p{L}\p{N}])/iuy

/** Whether the mark that ends at offset `at` is an apostrophe at the start of a clipped word, in any direction. */
export function isElision(text: string, at: number): boolean {
  ELIDED.lastIndex = at
  return ELIDED.test(text)
}

/** Ends of plural possessives (the workers’ plan) and of words with letters dropped: goin’, an’, o’. */
const CLIPPED = /(?:[sxz]|in|\ban|\bo|\bol|\bn|\bth)$/i
/** A small letter follows, maybe clipped itself (goin’ ’til), or a stop and the mark that closes (laughin’!’). */
const WORD_FOLLOWS = /\s['’‘]?[\p{Ll}\d]|[.,!?]['’]/uy

/** Whether the mark at [start, end) may be an apostrophe at a word's end rather than a closing quotation mark. */
export function endsClippedWord(text: string, start: number, end: number): boolean {
  WORD_FOLLOWS.lastIndex = end
  return CLIPPED.test(text.slice(Math.max(0, start - 4), start)) && WORD_FOLLOWS.test(text)
}
