// Measures retrieval: the right article, the right words, abstention and speed.
// Usage:
//   npm run -s bench:retrieval [FOLDER] [--keep]     FOLDER holds retrieval/ and quotes/ (default ../shared/bench)
import { join } from 'node:path'
import { measureSpeed } from './answer-speed.ts'
import { folderArgument, keepFigures } from './figures.ts'
import { measureArticles } from './found-articles.ts'
import { measureQuotations } from './found-quotations.ts'

const folder = folderArgument() ?? join(import.meta.dirname, '../../shared/bench')

const { answerable, none } = await measureArticles(folder)
await measureQuotations(folder)
await measureSpeed(folder)

keepFigures({
  retrieval: {
    answerable: answerable.n,
    first: answerable['hits@1'],
    firstTen: answerable['hits@10'],
    unanswerable: none.n,
    rightNo: none.nothing,
    falseNo: answerable.nothing,
  },
})
