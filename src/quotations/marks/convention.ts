// Tells how a text uses marks that open in one language and close in another: „…“, »…«, ”…”.

/** How a text uses its marks, by what stands around them. */
export type MarkConvention = {
  /** It opens with low marks („ ‚), so that “ and ‘ may close: German, Czech, Danish. */
  low: boolean
  /** What » and « do: « opens in French and Russian, » in German and Danish books, and » does both in Swedish ones. */
  guillemets: 'outward' | 'inward' | 'alike'
}

const LOW_MARK = /[„‚‟]\s?[\p{L}\p{N}]/u
const OPENING_RIGHT = /(?<![^\s([{—–-])[»›](?=[\p{L}\p{N}¿¡])/gu
const OPENING_LEFT = /(?<![^\s([{—–-])[«‹](?=\s?[\p{L}\p{N}¿¡])/gu
const LEFT_GUILLEMET = /[«‹]/u

/** Returns the convention of a text. What the text does decides, because languages have several: Swiss German has «…». */
export function readConvention(text: string): MarkConvention {
  const right = text.match(OPENING_RIGHT)?.length ?? 0
  const left = text.match(OPENING_LEFT)?.length ?? 0
  const isInward = right > left
  return {
    low: LOW_MARK.test(text),
    guillemets: !isInward ? 'outward' : LEFT_GUILLEMET.test(text) ? 'inward' : 'alike',
  }
}
