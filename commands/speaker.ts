// Defines the command that lists everything a person is quoted as saying.

import { Answer } from '../src/answers/answer.ts'
import { speaker } from '../src/answers/speaker.ts'
import { answerReply } from '../src/replies/search-reply.ts'
import { defineCommand } from './command.ts'
import { filters, pages, withPage } from './filters.ts'

/** Quotations in an answer: more than anybody reads at once. */
const MAX_SPEAKER_QUOTATIONS = 100

const { speaker: _, ...where } = filters

export default defineCommand({
  name: 'speaker',
  description: 'List everything a person is quoted as saying, newest first',
  examples: ['Homan', 'the governor of Louisiana'],
  options: {
    name: { kind: 'speaker', description: 'a name, a part of it, or a title', required: true, free: true },
    ...where,
    ...pages,
  },
  result: Answer,
  ask: (newsroom, { name, ...narrowed }) =>
    newsroom.ask(speaker, { text: '', speaker: name, limit: MAX_SPEAKER_QUOTATIONS, ...withPage(narrowed) }),
  reply: answerReply,
  evidence: ({ evidence }) => evidence,
  nearest: ({ nearest }) => nearest,
})
