// Looks up the learned weights of hashed features, and adds them up.
/**
 * A weight table scores a set of features for each class of an answer: a row of small whole numbers for each
 * feature that training kept, found by the feature's 32-bit hash in an open-addressed index.
 */
export type WeightTable = {
  classes: number
  /** Two numbers a slot, side by side: the hash of a feature, and where its row of weights starts plus one; 0 where it is empty. */
  slots: Int32Array
  /** A bit for each feature, several sharing one: most features that are asked for are in no table, and are told here. */
  filter: Int32Array
  weights: Int8Array
}

/** Builds the index of a table over its features' hashes, which are all different. */
export function indexTable(features: Int32Array, weights: Int8Array): WeightTable {
  const size = Math.max(8, 2 ** Math.ceil(Math.log2(features.length * 2 + 2)))
  const slots = new Int32Array(2 * size)
  const filter = new Int32Array(size / 8)
  const classes = features.length > 0 ? weights.length / features.length : 0
  features.forEach((hash, row) => {
    let slot = slotOf(hash, size - 1)
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (size - 1)
    slots[2 * slot] = hash
    slots[2 * slot + 1] = row * classes + 1
    const word = filterWord(hash, filter.length)
    filter[word] = (filter[word] as number) | (1 << hash)
  })
  return { classes, slots, filter, weights }
}

/** Adds up the weights of a list's features, class by class, into `scores`. */
export function scoreFeatures(
  { classes, slots, filter, weights }: WeightTable,
  { features, count }: FeatureList,
  scores: Int32Array,
): void {
  const mask = (slots.length >> 1) - 1
  scores.fill(0)
  for (let f = 0; f < count; f++) {
    const hash = features[f] as number
    if (((filter[filterWord(hash, filter.length)] as number) & (1 << hash)) === 0) continue
    let slot = slotOf(hash, mask)
    while (slots[2 * slot] !== hash && slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    const from = (slots[2 * slot + 1] as number) - 1
    if (from < 0) continue
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[from + c] as number)
  }
}

function filterWord(hash: number, length: number): number {
  return (hash >>> 5) & (length - 1)
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask
}

/** A list of hashed features that is filled again for each decision. */
export type FeatureList = { features: Int32Array; count: number }

export function featureList(): FeatureList {
  return { features: new Int32Array(96), count: 0 }
}

/** Adds one feature: its template's number with up to three parts. */
export function addFeature(list: FeatureList, template: number, a = 0, b = 0, c = 0): void {
  let hash = Math.imul(template + 1, 0x9e3779b1)
  hash = mix(hash, a)
  hash = mix(hash, b)
  hash = mix(hash, c)
  list.features[list.count++] = hash
}

function mix(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
