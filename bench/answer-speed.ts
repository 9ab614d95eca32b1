// Measures how the time to index and to answer grows with the coverage.
import { context } from '../src/answers/context.ts'
import type { Article } from '../src/archive/article.ts'
import { deskOf, retrievalStories } from './desks.ts'
import { articleQuestions } from './found-articles.ts'

/** How many copies of the coverage are indexed. */
const COVERAGE_MULTIPLES = [1, 4, 16]

/** The most questions asked of each size of coverage. */
const MAX_QUESTIONS = 200

/** Prints the times of indexing and answering for each size of coverage, and the ratio to the smallest. */
export async function measureSpeed(folder: string): Promise<void> {
  const texts = articleQuestions(folder)
    .slice(0, MAX_QUESTIONS)
    .map(({ question }) => question)
  const short = texts.map((text) => text.split(/[,?]/u)[0] ?? text)
  const rows = []
  for (const times of COVERAGE_MULTIPLES) {
    const started = performance.now()
    const desk = await deskOf(copies(retrievalStories(folder), times))
    const indexing = performance.now() - started
    const asking = async (all: string[]) => {
      const from = performance.now()
      for (const text of all) await context({ text }, desk)
      return (performance.now() - from) / all.length
    }
    await asking(short)
    rows.push({
      passages: desk.index.size().passages,
      indexing,
      long: await asking(texts),
      short: await asking(short),
    })
  }
  const [first] = rows
  console.log('\nSpeed: milliseconds, and how they grow with the coverage')
  console.table(
    rows.map(({ passages, indexing, long, short: brief }) => ({
      passages,
      'indexing ms': Math.round(indexing),
      'long question ms': Number(long.toFixed(2)),
      'times the first': Number((long / (first?.long ?? 1)).toFixed(1)),
      'short question ms': Number(brief.toFixed(2)),
    })),
  )
}

const copies = (articles: Article[], times: number): Article[] =>
  Array.from({ length: times }, (_, i) =>
    articles.map((article) => ({ ...article, id: `${article.id}-${i}` })),
  ).flat()
