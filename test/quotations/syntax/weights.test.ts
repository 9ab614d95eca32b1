import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { packWeights, readWeights } from '../../../src/quotations/syntax/weights.ts'

it('reads back the tables and clusters that were packed', async () => {
  const tables = [2, 3, 4].map((classes) => ({
    classes,
    features: Int32Array.of(-5, 17, 2_000_000_000),
    weights: Int8Array.from({ length: 3 * classes }, (_, i) => i - 4),
  }))
  const file = join(tmpdir(), `syntax-weights-${process.pid}.gz`)
  await writeFile(
    file,
    gzipSync(
      packWeights(
        tables,
        new Map([
          [12, 255],
          [-3, 256],
        ]),
      ),
    ),
  )
  const { tags, relations, clusters } = readWeights(file)
  expect([...tags.weights]).toEqual([-4, -3, -2, -1, 0, 1])
  expect(relations.classes).toBe(4)
  expect(Object.fromEntries(clusters)).toEqual({ 12: 255, [-3]: 256 })
})
