// Defines the command that finds who said something.

import { Answer } from '../src/answers/answer.ts'
import { quote } from '../src/answers/quote.ts'
import { answerReply } from '../src/replies/search-reply.ts'
import { defineCommand } from './command.ts'
import { filters, pages, withPage } from './filters.ts'

export default defineCommand({
  name: 'quote',
  description: 'Find who said it: the words as published, the speaker, and where they stand',
  examples: ['who said please', 'what did Homan say about Minneapolis', 'softer touch speaker:Trump'],
  options: {
    question: {
      kind: 'text',
      description: 'words that were said, or a question about them',
      needed: 'alone',
      free: true,
    },
    ...filters,
    ...pages,
  },
  result: Answer,
  ask: (newsroom, { question = '', ...narrowed }) =>
    newsroom.ask(quote, { text: question, ...withPage(narrowed) }),
  reply: answerReply,
  evidence: ({ evidence }) => evidence,
  nearest: ({ nearest }) => nearest,
})
