import type { News } from '../corrections/answer-changes.ts'
import { correctedLine } from './phrases.ts'
import type { Reply } from './reply.ts'

/** What people are told of the stories of an answer that was posted before. */
export const newsReply = (news: News[]): Reply => news.flatMap(told)

function told(news: News): Reply {
  const note: Reply = [{ kind: 'note', tone: 'warning', text: sentence(news) }]
  return news.kind === 'changed' ? [...note, { kind: 'citation', citation: news.story, alsoIn: [] }] : note
}

function sentence(news: News): string {
  switch (news.kind) {
    case 'corrected':
      return `Corrected since this was posted: ${correctedLine(news.story)}`
    case 'changed':
      return 'Changed since this was posted: words quoted here are no longer in the story. Do not use them.'
    case 'reattributed':
      return `Attributed otherwise since this was posted: words quoted here ${news.speaker ? `are given as ${news.speaker}’s` : 'have no stated speaker any more'} in ${correctedLine(news.story)}`
    case 'retracted':
      return `Retracted since this was posted, and not to be quoted: ${correctedLine(news.story)}`
    case 'restored':
      return `May be quoted again: ${correctedLine(news.story)}`
    case 'withheld':
      return 'Words quoted here may not be used at present: their story is held back.'
  }
}
