// An averaged perceptron over hashed features.
import type { FeatureList } from '../src/quotations/syntax/weight-table.ts'

/** A trained perceptron, averaged over all steps: a row of `classes` weights for each feature. */
export type Averaged = { classes: number; features: Int32Array; weights: Float64Array }

/** An averaged perceptron over hashed features (Collins 2002); it grows a row when a feature first matters. */
export class Perceptron {
  readonly classes: number
  private readonly rows = new Map<number, number>()
  private weights: Float64Array
  private totals: Float64Array
  private stamps: Float64Array
  private step = 0

  constructor(classes: number) {
    this.classes = classes
    this.weights = new Float64Array(classes * 1024)
    this.totals = new Float64Array(classes * 1024)
    this.stamps = new Float64Array(classes * 1024)
  }

  score({ features, count }: FeatureList, scores: Float64Array): void {
    this.step++
    scores.fill(0)
    for (let f = 0; f < count; f++) {
      const row = this.rows.get(features[f] as number)
      if (row === undefined) continue
      const from = row * this.classes
      for (let c = 0; c < this.classes; c++)
        scores[c] = (scores[c] as number) + (this.weights[from + c] as number)
    }
  }

  update({ features, count }: FeatureList, right: number, wrong: number): void {
    if (right === wrong) return
    for (let f = 0; f < count; f++) {
      const from = this.rowOf(features[f] as number) * this.classes
      this.add(from + right, 1)
      this.add(from + wrong, -1)
    }
  }

  average(): Averaged {
    const features = Int32Array.from(this.rows.keys())
    const weights = new Float64Array(features.length * this.classes)
    for (let i = 0; i < weights.length; i++) {
      const weight = this.weights[i] as number
      weights[i] =
        ((this.totals[i] as number) + weight * (this.step - (this.stamps[i] as number))) / this.step
    }
    return { classes: this.classes, features, weights }
  }

  private add(at: number, by: number): void {
    const weight = this.weights[at] as number
    this.totals[at] = (this.totals[at] as number) + weight * (this.step - (this.stamps[at] as number))
    this.stamps[at] = this.step
    this.weights[at] = weight + by
  }

  private rowOf(feature: number): number {
    const known = this.rows.get(feature)
    if (known !== undefined) return known
    const row = this.rows.size
    this.rows.set(feature, row)
    if ((row + 1) * this.classes > this.weights.length) {
      this.weights = grown(this.weights)
      this.totals = grown(this.totals)
      this.stamps = grown(this.stamps)
    }
    return row
  }
}

function grown(array: Float64Array): Float64Array {
  const more = new Float64Array(array.length * 2)
  more.set(array)
  return more
}

/** The mean of several models of the same classes. */
export function averageOf(models: Averaged[]): Averaged {
  const rows = new Map<number, number>()
  for (const { features } of models)
    for (const feature of features) if (!rows.has(feature)) rows.set(feature, rows.size)
  const classes = models[0]?.classes ?? 0
  const weights = new Float64Array(rows.size * classes)
  for (const model of models)
    for (const [row, feature] of model.features.entries()) {
      const to = (rows.get(feature) as number) * classes
      for (let c = 0; c < classes; c++)
        weights[to + c] =
          (weights[to + c] as number) + (model.weights[row * classes + c] as number) / models.length
    }
  return { classes, features: Int32Array.from(rows.keys()), weights }
}
