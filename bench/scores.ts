import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quotation } from '../src/archive/article.ts'

/** What a labelled article's quotations were read as. */
export type Found = { name: string; quotations: Quotation[] }

/**
 * The figures of the benchmark's own score.mjs: `measures` are shares, `counts` are numbers, and `splits` has a
 * row for each class: how many, then the percentages found, mention right, name right, (how many named), either.
 */
export type Scores = {
  counts: Record<string, number>
  measures: Record<string, number>
  splits: Record<string, [number, string, string, string, number, string]>
}

/** Scores what was found in one split of the folder, with the folder's own scorer. */
export function score(folder: string, split: string, found: Found[]): Scores {
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
