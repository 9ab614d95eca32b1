// Defines the command that finds passages on a question.

import { Answer } from '../src/answers/answer.ts'
import { context } from '../src/answers/context.ts'
import { answerReply } from '../src/replies/search-reply.ts'
import { defineCommand } from './command.ts'
import { filters, pages, withPage } from './filters.ts'
import { messageWords } from './message-words.ts'

const { speaker: _, ...where } = filters

export default defineCommand({
  name: 'context',
  description: 'Find the passages of our coverage that bear on a question',
  examples: ['how many agents leave Minneapolis', 'ferry bridge after:2026-01-01'],
  options: {
    question: { kind: 'text', description: 'a question, or words to look for', needed: 'alone', free: true },
    ...where,
    ...pages,
  },
  result: Answer,
  onMessage: { name: 'Find context', words: messageWords },
  ask: (newsroom, { question = '', ...narrowed }) =>
    newsroom.ask(context, { text: question, ...withPage(narrowed) }),
  reply: answerReply,
  evidence: ({ evidence }) => evidence,
  nearest: ({ nearest }) => nearest,
})
