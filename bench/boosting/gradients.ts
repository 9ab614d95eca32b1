// Tells in which direction, and how far, each row's score is to move: the gradients of what is to be learned.

/** Rows of features in groups; in each group one row at least is right, and the model learns to rank it first. */
export type Groups = {
  rows: Float32Array[]
  /** Where each group starts in `rows`; one more number than groups. */
  starts: number[]
  /** How right each row is: 1, or a share of it. */
  right: ArrayLike<number>
  /** How much each group counts; all the same without. */
  weights?: number[]
}

/** The first and second derivatives of the loss, by row. */
export type Slopes = { first: Float64Array; second: Float64Array }

/** Of a softmax within each group. */
export function gradients({ starts, right, weights }: Groups, scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length)
  for (let g = 0; g + 1 < starts.length; g++) {
    const [from, to] = [starts[g] as number, starts[g + 1] as number]
    const weight = weights?.[g] ?? 1
    let highest = -Infinity
    for (let i = from; i < to; i++) highest = Math.max(highest, scores[i] as number)
    let sum = 0
    let sumRight = 0
    for (let i = from; i < to; i++) {
      const e = Math.exp((scores[i] as number) - highest)
      sum += e
      sumRight += (right[i] as number) * e
    }
    for (let i = from; i < to; i++) {
      const e = Math.exp((scores[i] as number) - highest)
      const p = e / sum
      first[i] = weight * (p - ((right[i] as number) * e) / sumRight)
      second[i] = weight * Math.max(p * (1 - p), 1e-4)
    }
  }
  return { first, second }
}

/** Of the odds of a yes, each row for itself. */
export function oddsGradients(answers: { isYes: boolean; weight: number }[], scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length)
  for (const [i, { isYes, weight }] of answers.entries()) {
    const p = 1 / (1 + Math.exp(-(scores[i] as number)))
    first[i] = weight * (p - Number(isYes))
    second[i] = weight * Math.max(p * (1 - p), 1e-4)
  }
  return { first, second }
}

/** Pairs of which neither stands so far up count for nothing: nobody reads on. */
const READ = 10

/** What is added to the distance of two scores that a pair is divided by, as LightGBM has it. */
const LEAST_APART = 0.01

/**
 * Of the order within each group by LambdaMART (Burges, 2010): pairs count by what swapping them changes, less the
 * further they are apart already, and a group with much to change by the logarithm of it, as LightGBM has it.
 */
export function orderGradients({ starts, right, weights }: Groups, scores: Float64Array): Slopes {
  const slopes = {
    first: new Float64Array(scores.length),
    second: new Float64Array(scores.length).fill(1e-4),
  }
  for (let g = 0; g + 1 < starts.length; g++) {
    const rows = { from: starts[g] as number, to: starts[g + 1] as number }
    pullApart(rows, { right, scores, weight: weights?.[g] ?? 1 }, slopes)
  }
  return slopes
}

type Rows = { from: number; to: number }
type Ranked = { right: ArrayLike<number>; scores: Float64Array; weight: number }

function pullApart({ from, to }: Rows, { right, scores, weight }: Ranked, { first, second }: Slopes): void {
  const order = Int32Array.from({ length: to - from }, (_, i) => from + i).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  )
  const gains = Float64Array.from(order, (i) => gainOf(right[i] as number))
  const best = Float64Array.from(gains)
    .sort()
    .reverse()
    .slice(0, READ)
    .reduce((sum, gain, at) => sum + gain * discount(at), 0)
  const isEven = scores[order[0] as number] === scores[order.at(-1) as number]
  const [pulls, bends] = [new Float64Array(order.length), new Float64Array(order.length)]
  let total = 0
  for (let at = 0; at < Math.min(READ, order.length); at++)
    for (let below = at + 1; below < order.length; below++) {
      const gain = (gains[at] as number) - (gains[below] as number)
      if (gain === 0) continue
      const [up, down] = gain > 0 ? [at, below] : [below, at]
      const apart = (scores[order[up] as number] as number) - (scores[order[down] as number] as number)
      const change = (Math.abs(gain) * (discount(at) - discount(below))) / best
      const pull = (isEven ? change : change / (LEAST_APART + Math.abs(apart))) / (1 + Math.exp(apart))
      const bend = pull * (1 - 1 / (1 + Math.exp(apart)))
      pulls[up] = (pulls[up] as number) - pull
      pulls[down] = (pulls[down] as number) + pull
      bends[up] = (bends[up] as number) + bend
      bends[down] = (bends[down] as number) + bend
      total += 2 * pull
    }
  const scale = total > 0 ? (weight * Math.log2(1 + total)) / total : 0
  for (const [at, i] of order.entries()) {
    first[i] = scale * (pulls[at] as number)
    second[i] = 1e-4 + scale * (bends[at] as number)
  }
}

/** Gain and discount of a place as the discounted cumulative gain has them; a right one gains 15 times a near one. */
const gainOf = (right: number) => 2 ** (4 * right) - 1
const discount = (at: number) => 1 / Math.log2(2 + at)
