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
 * further they are apart already, and a group with much to change by the logarithm of it, as LightGBM has it. Holds
 * the order of each group from one time to the next, since little changes.
 */
export function openOrderGradients({ starts, right, weights }: Groups): (scores: Float64Array) => Slopes {
  const groups = Array.from({ length: starts.length - 1 }, (_, g): Ordered => {
    const from = starts[g] as number
    const order = Int32Array.from({ length: (starts[g + 1] as number) - from }, (_, i) => from + i)
    return { order, ideal: idealOf(order, right), weight: weights?.[g] ?? 1 }
  })
  return (scores) => {
    const first = new Float64Array(scores.length)
    const second = new Float64Array(scores.length)
    for (const group of groups) {
      sortByScore(group.order, scores)
      pullApart(group, { right, scores }, { first, second })
    }
    return { first, second }
  }
}

/** The rows of a group, best first, and the gain of their best order. */
type Ordered = { order: Int32Array; ideal: number; weight: number }

const idealOf = (order: Int32Array, right: ArrayLike<number>): number =>
  Array.from(order, (i) => gainOf(right[i] as number))
    .sort((a, b) => b - a)
    .slice(0, READ)
    .reduce((sum, gain, at) => sum + gain * discount(at), 0)

/** By insertion, which is fast for rows that are nearly in order, and leaves equals as they are. */
function sortByScore(order: Int32Array, scores: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const row = order[i] as number
    const score = scores[row] as number
    let at = i
    for (; at > 0 && (scores[order[at - 1] as number] as number) < score; at--)
      order[at] = order[at - 1] as number
    order[at] = row
  }
}

function pullApart(
  { order, ideal, weight }: Ordered,
  { right, scores }: { right: ArrayLike<number>; scores: Float64Array },
  { first, second }: Slopes,
): void {
  const isEven = scores[order[0] as number] === scores[order.at(-1) as number]
  let total = 0
  for (let at = 0; at < Math.min(READ, order.length); at++)
    for (let below = at + 1; below < order.length; below++) {
      const [one, other] = [order[at] as number, order[below] as number]
      if (right[one] === right[other]) continue
      const gain = Math.abs(gainOf(right[one] as number) - gainOf(right[other] as number))
      const change = (gain * (discount(at) - discount(below))) / ideal
      const isInOrder = (right[one] as number) > (right[other] as number)
      const [up, down] = isInOrder ? [one, other] : [other, one]
      const apart = (scores[up] as number) - (scores[down] as number)
      const wrong = 1 / (1 + Math.exp(apart))
      const pull = (isEven ? change : change / (LEAST_APART + Math.abs(apart))) * wrong
      first[up] = (first[up] as number) - pull
      first[down] = (first[down] as number) + pull
      second[up] = (second[up] as number) + pull * (1 - wrong)
      second[down] = (second[down] as number) + pull * (1 - wrong)
      total += 2 * pull
    }
  const scale = total > 0 ? (weight * Math.log2(1 + total)) / total : 0
  for (const i of order) {
    first[i] = scale * (first[i] as number)
    second[i] = LEAST_BEND + scale * (second[i] as number)
  }
}

/** No row's second derivative is less, so that no leaf is too sure. */
const LEAST_BEND = 1e-4

/** Gain and discount of a place as the discounted cumulative gain has them; a right one gains 15 times a near one. */
const gainOf = (right: number) => 2 ** (4 * right) - 1
const DISCOUNTS = Float64Array.from({ length: 2_000 }, (_, at) => 1 / Math.log2(2 + at))
const discount = (at: number) => DISCOUNTS[at] ?? 0
