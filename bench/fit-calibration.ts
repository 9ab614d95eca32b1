// Fits a calibration to scored answers by isotonic regression.
/** An answer from cross-validation: the model’s raw score, and whether the answer was right. */
export type ScoredAnswer = { score: number; right: boolean }

type ScoreGroup = { score: number; share: number; size: number }

/**
 * Returns rising knots of score and share right, in the format of `readKnots`: groups of equal size by score, pooled
 * where the share falls (isotonic regression).
 */
export function fitCalibration(answers: ScoredAnswer[], groups = 30): string {
  const sorted = answers.toSorted((a, b) => a.score - b.score)
  const size = Math.ceil(sorted.length / groups)
  const pooled: ScoreGroup[] = []
  for (let from = 0; from < sorted.length; from += size) {
    pooled.push(groupOf(sorted.slice(from, from + size)))
    while (pooled.length > 1 && (pooled.at(-2) as ScoreGroup).share >= (pooled.at(-1) as ScoreGroup).share)
      pooled.splice(-2, 2, merged(pooled.at(-2) as ScoreGroup, pooled.at(-1) as ScoreGroup))
  }
  return pooled.map(({ score, share }) => `${score.toFixed(4)} ${share.toFixed(4)}`).join(', ')
}

function groupOf(answers: ScoredAnswer[]): ScoreGroup {
  const score = answers.reduce((sum, one) => sum + one.score, 0) / answers.length
  return { score, share: answers.filter(({ right }) => right).length / answers.length, size: answers.length }
}

function merged(a: ScoreGroup, b: ScoreGroup): ScoreGroup {
  const size = a.size + b.size
  const mean = (x: number, y: number) => (x * a.size + y * b.size) / size
  return { score: mean(a.score, b.score), share: mean(a.share, b.share), size }
}
