/** Words whose first letters an apostrophe stands for: ’em, ’til, ’bout, rock ’n’ roll, the ’90s, class of ’08. */
const ELIDED =
  /(?:\d0s|\d\d|n|em|til|tis|twas|twere|twill|cause|cuz|bout|round|neath|ere|kay|nother|sup)(?![\p{L}\p{N}])/iuy

/** Is the mark that ends at `at` an apostrophe at the head of a clipped word, whatever way it is turned? */
export function isElision(text: string, at: number): boolean {
  ELIDED.lastIndex = at
  return ELIDED.test(text)
}

const POSSESSIVE = /[sxz]$/i
const NOUN_FOLLOWS = /\s\p{Ll}/uy

/** May the apostrophe at [start, end) end a plural possessive (the workers’ plan) rather than close a quotation? */
export function isPossessive(text: string, start: number, end: number): boolean {
  NOUN_FOLLOWS.lastIndex = end
  return POSSESSIVE.test(text[start - 1] ?? '') && NOUN_FOLLOWS.test(text)
}
