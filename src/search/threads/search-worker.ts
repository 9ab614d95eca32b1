/** The thread that searches: it holds the same corpus as the main thread, in the same memory, and answers queries. */
import { parentPort } from 'node:worker_threads'
import { openCorpus } from '../segments/corpus.ts'
import { openSearch } from '../segments/search-segments.ts'
import { type FromSearcher, received, type ToSearcher } from './messages.ts'

const corpus = openCorpus()
const search = openSearch(corpus)
const tell = (message: FromSearcher) => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToSearcher) => {
  if (message.kind === 'change') corpus.apply(received(message.change))
  else answer(message)
})

function answer({ id, of, query }: Extract<ToSearcher, { kind: 'search' }>) {
  try {
    const { pieces, ...told } = search(of, query)
    const numbers = new Map(corpus.segments().map((segment, i) => [segment, i]))
    const sent = pieces.map(({ segment, row, score, articleScore, matches }) => ({
      ...{ row, score, articleScore, matches },
      segment: numbers.get(segment) as number,
    }))
    tell({ kind: 'found', id, pieces: sent, ...told })
  } catch (error) {
    tell({ kind: 'failed', id, error })
  }
}
