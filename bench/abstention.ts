// Measures how often "nothing" is answered where no article answers, at given rates of false noes.
import { PASSAGE_WEIGHTS } from '../src/answers/context.ts'
import type { Desk } from '../src/answers/desk.ts'
import { prepareQuery } from '../src/answers/query/prepared-query.ts'
import { questionOf } from '../src/answers/query/question.ts'
import { answerabilityFeatures, answerabilityLogOdds } from '../src/answers/ranking/answerability.ts'
import { rank } from '../src/answers/ranking/rank-hits.ts'
import { deskOf, now, retrievalStories } from './desks.ts'
import { articleQuestions } from './found-articles.ts'

/** Shares of answerable questions that may get a wrong "nothing". */
const FALSE_NO_SHARES = [0.01, 0.02, 0.05, 0.1]

/**
 * Prints how many unanswerable questions get "nothing" at each share of false noes; threshold 0 is the one in use.
 */
export async function measureAbstention(folder: string): Promise<void> {
  const desk = await deskOf(retrievalStories(folder))
  const answerable: number[] = []
  const unanswerable: number[] = []
  for (const { question, type } of articleQuestions(folder))
    (type === 'null' ? unanswerable : answerable).push(await likelihoodOf(question, desk))
  answerable.sort((a, b) => a - b)
  const thresholds = [
    ...FALSE_NO_SHARES.map((share) => answerable[Math.floor(share * answerable.length)] ?? 0),
    0,
  ]
  const below = (likelihoods: number[], threshold: number) =>
    likelihoods.filter((one) => one <= threshold).length
  const rows = thresholds
    .toSorted((a, b) => a - b)
    .map((threshold) => ({
      threshold: Number(threshold.toFixed(2)),
      'false noes %': percent(below(answerable, threshold), answerable.length),
      'right noes': below(unanswerable, threshold),
      'right noes %': percent(below(unanswerable, threshold), unanswerable.length),
    }))
  console.log(
    `\nNothing found: ${answerable.length} questions with an answer, ${unanswerable.length} without`,
  )
  console.table(rows)
}

const percent = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(1))

async function likelihoodOf(text: string, desk: Desk): Promise<number> {
  const { queryTerms, scope } = prepareQuery(questionOf({ text }, now()), { text }, desk)
  const found = await desk.index.passages({
    words: queryTerms.words,
    speakers: [],
    articles: scope.open,
    limit: 60,
  })
  return answerabilityLogOdds(
    answerabilityFeatures(rank(found, queryTerms, PASSAGE_WEIGHTS), queryTerms, found.weights),
  )
}
