import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figures } from '../src/adapters/web/measured-figures.ts'

const FILE = join(import.meta.dirname, '../src/adapters/web/figures.json')

/** Keeps figures that were measured for the reader's status page, when the bench was asked to with `--keep`. */
export function keep(measured: Partial<Figures>): void {
  if (!process.argv.includes('--keep')) return
  const figures = { ...JSON.parse(readFileSync(FILE, 'utf8')), ...measured }
  writeFileSync(FILE, `${JSON.stringify(figures, null, 2)}\n`)
}

/** The folder that a bench was given, past its flags. */
export const folderGiven = (): string | undefined =>
  process.argv.slice(2).find((word) => !word.startsWith('--'))
