// Asks all sets of all archives, and gives their candidates: what ranking learns from and is measured on.
import type { Desk } from '../../src/answers/desk.ts'
import type { Piece } from '../../src/search/search-index.ts'
import { type ArchiveName, deskOver } from './archives.ts'
import { type Group, groupOf, kept } from './groups.ts'
import { paraphrases } from './paraphrases.ts'
import { passageQuestions } from './passage-questions.ts'
import {
  crossed,
  newsQuestions,
  newsroomQuestions,
  type Question,
  retrievalQuestions,
  speechQuestions,
} from './question-sets.ts'

/** Every so many questions of the large sets; of those that are asked of another set's archive. */
const RETRIEVAL = 5
const SPEECH = 3
const PARAPHRASES = 400
const PASSAGES = 150

/** The groups of every archive; the first time it takes some minutes an archive. */
export async function allGroups(folder: string, archives: ArchiveName[]): Promise<Group[]> {
  const groups: Group[] = []
  for (const name of archives) groups.push(...(await kept(name, () => groupsOver(name, folder))))
  return groups
}

async function groupsOver(name: ArchiveName, folder: string): Promise<Group[]> {
  const desk = await deskOver(name, folder)
  const groups: Group[] = []
  for (const question of await questionsFor(name, desk, folder)) groups.push(await groupOf(question, desk))
  return groups
}

async function questionsFor(name: ArchiveName, desk: Desk, folder: string): Promise<Question[]> {
  const newsroom = newsroomQuestions(folder)
  const contexts = newsroom.filter(({ command }) => command === 'context')
  const quotes = newsroom.filter(({ command }) => command === 'quote')
  switch (name) {
    case 'newsroom':
      return [
        ...newsroom,
        ...paraphrases(desk.index, await speakersOf(desk), PARAPHRASES),
        ...passageQuestions(desk.index, PASSAGES),
        ...crossed(newsQuestions(folder, false), 2),
        ...crossed(retrievalQuestions(folder, 1), 12),
        ...crossed(speechQuestions(folder, 1), 9),
      ]
    case 'news':
      return [
        ...newsQuestions(folder, false),
        ...newsQuestions(folder, true),
        ...passageQuestions(desk.index, PASSAGES),
        ...crossed(contexts, 1),
        ...crossed(quotes, 1),
      ]
    case 'retrieval':
      return [
        ...retrievalQuestions(folder, RETRIEVAL),
        ...crossed(contexts, 1),
        ...crossed(newsQuestions(folder, false), 3),
      ]
    case 'quotes':
      return [...speechQuestions(folder, SPEECH), ...crossed(newsQuestions(folder, false), 4)]
  }
}

/** Who said each quotation of an archive, by name. */
async function speakersOf({ archive, index }: Desk): Promise<(piece: Piece) => string | null> {
  const speakers = new Map<string, string | null>()
  for (const { id } of index.stories())
    for (const { ordinal, speaker } of (await archive.article(id))?.version.quotations ?? [])
      speakers.set(`${id} ${ordinal}`, speaker)
  return ({ articleId, ordinal }) => speakers.get(`${articleId} ${ordinal}`) ?? null
}
