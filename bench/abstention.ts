import { PASSAGES } from '../src/answers/context.ts'
import type { Desk } from '../src/answers/desk.ts'
import { inquire } from '../src/answers/query/prepared-query.ts'
import { questionOf } from '../src/answers/query/question.ts'
import { cluesOf, likelihood } from '../src/answers/ranking/answerability.ts'
import { rank } from '../src/answers/ranking/rank.ts'
import { deskOf, now, stories } from './desks.ts'
import { articleQuestions } from './found-articles.ts'

/** False noes that a newsroom might put up with. */
const FALSE_NOES = [0.01, 0.02, 0.05, 0.1]

/** Of the questions that no article answers, how many get "nothing", at how many false noes; 0 is where it stands. */
export async function measureAbstention(folder: string): Promise<void> {
  const desk = await deskOf(stories(folder))
  const answerable: number[] = []
  const none: number[] = []
  for (const { question, type } of articleQuestions(folder))
    (type === 'null' ? none : answerable).push(await oddsOf(question, desk))
  answerable.sort((a, b) => a - b)
  const thresholds = [...FALSE_NOES.map((share) => answerable[Math.floor(share * answerable.length)] ?? 0), 0]
  const below = (odds: number[], threshold: number) => odds.filter((one) => one <= threshold).length
  const rows = thresholds
    .toSorted((a, b) => a - b)
    .map((threshold) => ({
      threshold: Number(threshold.toFixed(2)),
      'false noes %': percent(below(answerable, threshold), answerable.length),
      'right noes': below(none, threshold),
      'right noes %': percent(below(none, threshold), none.length),
    }))
  console.log(`\nNothing found: ${answerable.length} questions with an answer, ${none.length} without`)
  console.table(rows)
}

const percent = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(1))

async function oddsOf(text: string, desk: Desk): Promise<number> {
  const { asked, scope } = inquire(questionOf({ text }, now()), { text }, desk)
  const found = await desk.index.passages({
    words: asked.words,
    speakers: [],
    articles: scope.open,
    limit: 60,
  })
  return likelihood(cluesOf(rank(found, asked, PASSAGES), asked, found.weights))
}
