// Lists the features that candidates are ranked by: what each is of, and in which group it stands for ablation.
import { answerFeatures } from './answer-features.ts'
import type { Feature } from './feature.ts'
import type { Field, Measured } from './measure-candidates.ts'
import { speechFeatures } from './speech-features.ts'
import { storyFeatures } from './story-features.ts'
import { textFeatures } from './text-features.ts'
import { timeFeatures } from './time-features.ts'

/** What ranks passages, and what ranks quotations. One more of any source is added here, and learned with the others. */
export const PASSAGE_FEATURES: Feature[] = [
  ...textFeatures,
  ...storyFeatures,
  ...timeFeatures,
  ...answerFeatures,
]
export const QUOTATION_FEATURES: Feature[] = [
  ...textFeatures,
  ...storyFeatures,
  ...timeFeatures,
  ...speechFeatures,
]

/** The row of features of a candidate. */
export const rowOf = (features: Feature[], one: Measured, field: Field): Float32Array =>
  Float32Array.from(features, ({ of }) => of(one, field))
