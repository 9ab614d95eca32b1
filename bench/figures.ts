// Stores measured figures for the status page, and reads the arguments of benches.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figures } from '../src/adapters/web/measured-figures.ts'

const FIGURES_FILE = join(import.meta.dirname, '../src/adapters/web/figures.json')

/** Writes measured figures for the web reader's status page, when the bench has the flag `--keep`. */
export function keepFigures(measured: Partial<Figures>): void {
  if (!process.argv.includes('--keep')) return
  const figures = { ...JSON.parse(readFileSync(FIGURES_FILE, 'utf8')), ...measured }
  writeFileSync(FIGURES_FILE, `${JSON.stringify(figures, null, 2)}\n`)
}

/** Returns the folder argument of a bench: the first argument that is not a flag. */
export const folderArgument = (): string | undefined =>
  process.argv.slice(2).find((word) => !word.startsWith('--'))
