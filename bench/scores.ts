// Scores found quotations with the benchmark's own scorer.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quotation } from '../src/archive/article.ts'

/** The quotations found in a labelled article. */
export type FoundQuotations = { name: string; quotations: Quotation[] }

/**
 * The output of the benchmark's score.mjs: `measures` are shares, `counts` are numbers, and `splits` has a row for each
 * class: the number, then the percentages found, mention right, name right, (the number named), either right.
 */
export type Scores = {
  counts: Record<string, number>
  measures: Record<string, number>
  splits: Record<string, [number, string, string, string, number, string]>
}

/** Returns the scores of the quotations found in one split, by the scorer in the folder. */
export function score(folder: string, split: string, found: FoundQuotations[]): Scores {
  const out = mkdtempSync(join(tmpdir(), 'quotations-'))
  try {
    for (const { name, quotations } of found)
      writeFileSync(join(out, `${name}.json`), JSON.stringify({ quotes: quotations }))
    const json = join(out, 'scores')
    const scorer = join(folder, 'score.mjs')
    execFileSync(process.execPath, [scorer, '--split', split, '--out', out, '--json', json], {
      stdio: 'pipe',
    })
    return JSON.parse(readFileSync(json, 'utf8'))
  } finally {
    rmSync(out, { recursive: true })
  }
}
