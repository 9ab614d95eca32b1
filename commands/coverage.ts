// Defines the command that lists articles on a topic.

import { Answer } from '../src/answers/answer.ts'
import { coverage } from '../src/answers/coverage.ts'
import { coverageReply } from '../src/replies/search-reply.ts'
import { defineCommand } from './command.ts'
import { filters, pages, withPage } from './filters.ts'

const { speaker: _, article: __, ...where } = filters

export default defineCommand({
  name: 'coverage',
  description: 'List our articles on a topic, newest first',
  examples: ['harbour dredging', 'flood after:"last week"'],
  options: {
    topic: { kind: 'text', description: 'what the articles are about', needed: 'alone', free: true },
    ...where,
    ...pages,
  },
  result: Answer,
  ask: (newsroom, { topic = '', ...narrowed }) =>
    newsroom.ask(coverage, { text: topic, ...withPage(narrowed) }),
  reply: coverageReply,
  evidence: ({ evidence }) => evidence,
  nearest: ({ nearest }) => nearest,
})
