// Makes whole numbers of one byte of a model’s weights.
import type { Averaged } from './perceptron.ts'

/** A model in whole numbers of one byte, without the features that weigh next to nothing. */
export type Quantised = { classes: number; features: Int32Array; weights: Int8Array }

/** Scales weights so that `largest` becomes 127; features whose weights all lie under `least` are left out. */
export function quantise(
  { classes, features, weights }: Averaged,
  { largest, least }: { largest: number; least: number },
): Quantised {
  const kept: number[] = []
  features.forEach((_, row) => {
    let most = 0
    for (let c = 0; c < classes; c++) most = Math.max(most, Math.abs(weights[row * classes + c] as number))
    if (most >= least) kept.push(row)
  })
  kept.sort((a, b) => (features[a] as number) - (features[b] as number))
  const small = new Int8Array(kept.length * classes)
  for (const [k, row] of kept.entries())
    for (let c = 0; c < classes; c++) {
      const scaled = Math.round(((weights[row * classes + c] as number) * 127) / largest)
      small[k * classes + c] = Math.max(-127, Math.min(127, scaled))
    }
  return { classes, features: Int32Array.from(kept, (row) => features[row] as number), weights: small }
}
