/** An answer of cross-validation: the model’s raw score and whether it was right. */
export type Scored = { score: number; right: boolean }

type Group = { score: number; share: number; size: number }

/** Fits rising knots of score and share right, as the product reads them: equal groups by score, pooled where they fall (isotonic regression). */
export function fitCalibration(answers: Scored[], groups = 30): string {
  const sorted = answers.toSorted((a, b) => a.score - b.score)
  const size = Math.ceil(sorted.length / groups)
  const pooled: Group[] = []
  for (let from = 0; from < sorted.length; from += size) {
    pooled.push(groupOf(sorted.slice(from, from + size)))
    while (pooled.length > 1 && (pooled.at(-2) as Group).share >= (pooled.at(-1) as Group).share)
      pooled.splice(-2, 2, merged(pooled.at(-2) as Group, pooled.at(-1) as Group))
  }
  return pooled.map(({ score, share }) => `${score.toFixed(4)} ${share.toFixed(4)}`).join(', ')
}

function groupOf(answers: Scored[]): Group {
  const score = answers.reduce((sum, one) => sum + one.score, 0) / answers.length
  return { score, share: answers.filter(({ right }) => right).length / answers.length, size: answers.length }
}

function merged(a: Group, b: Group): Group {
  const size = a.size + b.size
  const mean = (x: number, y: number) => (x * a.size + y * b.size) / size
  return { score: mean(a.score, b.score), share: mean(a.share, b.share), size }
}
