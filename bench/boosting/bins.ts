// Sorts the values of each feature into bins, so that a split has few thresholds to choose from.

export const MAX_BINS = 48

/** Each column's bins by row, and the thresholds between them. */
export type Binned = { columns: Uint8Array[]; edges: number[][] }

/** Bins each column at its quantiles, so that a split has few thresholds to choose from. */
export function bin(rows: Float32Array[]): Binned {
  const width = rows[0]?.length ?? 0
  const edges: number[][] = []
  const columns: Uint8Array[] = []
  for (let c = 0; c < width; c++) {
    const cuts = cutsOf(rows, c)
    const column = new Uint8Array(rows.length)
    for (const [i, row] of rows.entries()) column[i] = binOf(cuts, row[c] as number)
    edges.push(cuts)
    columns.push(column)
  }
  return { columns, edges }
}

/** Returns thresholds halfway between two values, so that rounding one moves no row across it. */
function cutsOf(rows: Float32Array[], column: number): number[] {
  const values = Float32Array.from(rows, (row) => row[column] as number).sort()
  const distinct = [...new Set(values)]
  const halfway = distinct.slice(0, -1).map((value, i) => (value + (distinct[i + 1] as number)) / 2)
  if (halfway.length < MAX_BINS) return halfway
  const cuts = new Set<number>()
  for (let b = 1; b < MAX_BINS; b++) {
    const quantile = values[Math.floor((b * values.length) / MAX_BINS)] as number
    cuts.add(halfway[Math.min(distinct.indexOf(quantile), halfway.length - 1)] as number)
  }
  return [...cuts].sort((a, b) => a - b)
}

function binOf(cuts: number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (cuts[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
