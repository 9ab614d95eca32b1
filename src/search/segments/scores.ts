/** Sums up scores of pieces, with a list of which have any, so that the rest is never looked at. */

export type Scores = { values: Float64Array; touched: Uint32Array; size: number }

export const openScores = (pieces: number): Scores => ({
  values: new Float64Array(pieces),
  touched: new Uint32Array(pieces),
  size: 0,
})

/** Adds a score above 0. */
export function addScore(scores: Scores, piece: number, score: number) {
  const before = scores.values[piece] as number
  if (before === 0) scores.touched[scores.size++] = piece
  scores.values[piece] = before + score
}

/** Keeps the greater one of a score above 0 and what is there. */
export function raiseScore(scores: Scores, piece: number, score: number) {
  const before = scores.values[piece] as number
  if (before === 0) scores.touched[scores.size++] = piece
  if (score > before) scores.values[piece] = score
}

/** Gives every score to a function, and is empty then. */
export function drain(scores: Scores, take: (piece: number, score: number) => void) {
  for (let i = 0; i < scores.size; i++) {
    const piece = scores.touched[i] as number
    take(piece, scores.values[piece] as number)
    scores.values[piece] = 0
  }
  scores.size = 0
}
