/** Words whose first letters an apostrophe stands for: ’em, ’til, ’bout, rock ’n’ roll, the ’90s, class of ’08. */
const ELIDED =
  /(?:\d0s|\d\d|n|em|til|tis|twas|twere|twill|cause|cuz|bout|round|neath|ere|kay|nother|sup)(?![\p{L}\p{N}])/iuy

/** Is the mark that ends at `at` an apostrophe at the head of a clipped word, whatever way it is turned? */
export function isElision(text: string, at: number): boolean {
  ELIDED.lastIndex = at
  return ELIDED.test(text)
}

/** Plural possessives (the workers’ plan) and letters dropped at a word's end: goin’, an’, o’. */
const CLIPPED = /(?:[sxz]|in|\ban|\bo|\bth)$/i
const WORD_FOLLOWS = /\s\p{Ll}/uy

/** May the mark at [start, end) be an apostrophe at a word's end rather than what closes a quotation? */
export function endsClippedWord(text: string, start: number, end: number): boolean {
  WORD_FOLLOWS.lastIndex = end
  return CLIPPED.test(text.slice(Math.max(0, start - 4), start)) && WORD_FOLLOWS.test(text)
}
