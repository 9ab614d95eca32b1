// Defines the command that checks a quotation against the coverage.

import { check } from '../src/answers/verification/check.ts'
import { CheckAnswer } from '../src/answers/verification/check-answer.ts'
import { checkReply } from '../src/replies/check-reply.ts'
import { defineCommand } from './command.ts'
import { filters } from './filters.ts'
import { quotationInMessage } from './message-words.ts'

export default defineCommand({
  name: 'check',
  description: 'Check a quotation: is it ours, word for word?',
  examples: ['they have to ask and they have to say please'],
  options: {
    quotation: { kind: 'text', description: 'the quotation to check', required: true, free: true },
    ...filters,
  },
  result: CheckAnswer,
  onMessage: { name: 'Check this quote', words: quotationInMessage },
  ask: (newsroom, { quotation, ...narrowed }) => newsroom.ask(check, { text: quotation, ...narrowed }),
  reply: checkReply,
  evidence: ({ evidence }) => evidence,
  asksBack: ({ tooFewWords }) => tooFewWords ?? false,
  nearest: ({ nearest }) => nearest,
})
