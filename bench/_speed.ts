import { findQuotations } from '../src/quotations/find-quotations.ts'
import { QUOTATION_CORPUS as CORPUS, readLabelled } from './corpus.ts'

const arts = readLabelled(CORPUS, process.argv[2] ?? 'dev')
const words = arts.reduce((s, a) => s + a.text.split(/\s+/).length, 0)
for (let k = 0; k < 3; k++) {
  const c0 = process.cpuUsage()
  for (const a of arts) findQuotations(a.text)
  const c = process.cpuUsage(c0)
  console.log(Math.round(words / ((c.user + c.system) / 1e6)), 'words per cpu-s')
}
