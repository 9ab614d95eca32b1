// Which articles answer a question, which words, and is there an answer at all:
//   npm run -s bench:retrieval [FOLDER]     FOLDER holds retrieval/ and quotes/ (default ../shared/bench)
import { join } from 'node:path'
import { argv } from 'node:process'
import { measureAbstention } from './abstention.ts'
import { measureSpeed } from './answer-speed.ts'
import { measureArticles } from './found-articles.ts'
import { measureQuotations } from './found-quotations.ts'

const folder = argv[2] ?? join(import.meta.dirname, '../../shared/bench')

await measureArticles(folder)
await measureAbstention(folder)
await measureQuotations(folder)
await measureSpeed(folder)
