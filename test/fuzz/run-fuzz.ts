// Fuzzes every parser: `npm run fuzz -- [RUNS] [SEED]`, 100,000 texts in all unless said otherwise. Exit code 1 at a fault.
import { fuzz } from './fuzz.ts'
import { PARSERS } from './parsers.ts'

const RUNS = Number(process.argv[2] ?? 100_000)
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31)
const LONGEST_MS = 1000

const each = Math.ceil(RUNS / PARSERS.length)
console.log(`${each} texts for each of ${PARSERS.length} parsers, seed ${SEED}`)
for (const parser of PARSERS) {
  const began = performance.now()
  const fault = fuzz(parser, { runs: each, seed: SEED, longestMs: LONGEST_MS })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${fault ? 'FAULT' : 'ok   '} ${parser.name} (${seconds} s)`)
  if (fault) {
    console.log(`  ${JSON.stringify(fault.text)}\n  ${fault.what}`)
    process.exitCode = 1
  }
}
