// Trains a logistic regression over named binary features.
/** The names of the features that hold for one example, and its label. */
export type Example = { features: string[]; yes: boolean }

/** A logistic regression model: the score of an example is `bias` plus the weights of its features. */
export type Model = { bias: number; weights: Record<string, number> }

/** How training goes: features rarer than `rarest` are left out; `l1` empties weights, `l2` shrinks them. */
export type Training = { minExamples: number; l1: number; l2: number; rounds: number }

const LEARNING_RATE = 0.5

/**
 * Trains by proximal AdaGrad (Duchi, Hazan, Singer 2011) over all examples in each round. There is no randomness, so
 * the same examples give the same weights. L1 leaves a few hundred features with a weight.
 */
export function train(examples: Example[], { minExamples, l1, l2, rounds }: Training): Model {
  const names = commonFeatures(examples, minExamples)
  const ids = new Map(names.map((name, id) => [name, id]))
  const rows = examples.map(({ features, yes }) => ({
    ids: features.flatMap((name) => ids.get(name) ?? []),
    yes: Number(yes),
  }))
  const weights = new Float64Array(names.length + 1)
  const squares = new Float64Array(weights.length).fill(1e-8)
  for (let round = 0; round < rounds; round++) {
    gradientOf(rows, weights).forEach((slope, id) => {
      const isBias = id === names.length
      const gradient = isBias ? slope : slope + l2 * (weights[id] ?? 0)
      squares[id] = (squares[id] ?? 0) + gradient ** 2
      const rate = LEARNING_RATE / Math.sqrt(squares[id] ?? 1)
      const moved = (weights[id] ?? 0) - rate * gradient
      weights[id] = isBias ? moved : shrink(moved, rate * l1)
    })
  }
  return { bias: round3(weights.at(-1) ?? 0), weights: keepUseful(names, weights) }
}

/** Returns a model's probability of yes for an example, from 0 to 1. */
export function probability({ bias, weights }: Model, features: string[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, name) => sum + (weights[name] ?? 0), bias)))
}

function commonFeatures(examples: Example[], minExamples: number): string[] {
  const counts = new Map<string, number>()
  for (const name of examples.flatMap(({ features }) => features))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= minExamples).map(([name]) => name)
}

function gradientOf(rows: { ids: number[]; yes: number }[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length)
  const bias = weights.length - 1
  for (const { ids, yes } of rows) {
    const score = ids.reduce((sum, id) => sum + (weights[id] ?? 0), weights[bias] ?? 0)
    const error = 1 / (1 + Math.exp(-score)) - yes
    for (const id of [...ids, bias]) gradient[id] = (gradient[id] ?? 0) + error
  }
  return gradient
}

function shrink(weight: number, by: number): number {
  return Math.sign(weight) * Math.max(0, Math.abs(weight) - by)
}

function keepUseful(names: string[], weights: Float64Array): Record<string, number> {
  const kept = names.map((name, id): [string, number] => [name, round3(weights[id] ?? 0)])
  return Object.fromEntries(kept.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}
