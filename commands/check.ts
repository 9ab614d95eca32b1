// Defines the command that checks a quotation against the coverage.

import { check } from '../src/answers/verification/check.ts'
import { CheckAnswer } from '../src/answers/verification/check-answer.ts'
import { checkEach } from '../src/answers/verification/check-each.ts'
import { checkReply } from '../src/replies/check-reply.ts'
import { claimsIn } from './claims-in.ts'
import { defineCommand } from './command.ts'
import { filters } from './filters.ts'
import { quotationInMessage } from './message-words.ts'

export default defineCommand({
  name: 'check',
  description: 'Check a quotation: is it ours, word for word?',
  examples: ['they have to ask and they have to say please'],
  options: {
    quotation: {
      kind: 'text',
      description: 'the quotation to check, or a text with several',
      required: true,
      free: true,
      verbatim: true,
    },
    ...filters,
  },
  result: CheckAnswer,
  onMessage: { name: 'Check this quote', words: quotationInMessage },
  ask: (newsroom, { quotation: text, ...narrowed }) => {
    const claims = claimsIn(text, newsroom.read.quotationsIn(text))
    return claims.length > 1
      ? newsroom.ask(checkEach, { text, ...narrowed, claims })
      : newsroom.ask(check, { text, ...narrowed })
  },
  reply: checkReply,
  evidence: ({ evidence }) => evidence,
  asksBack: ({ tooFewWords }) => tooFewWords ?? false,
  nearest: ({ nearest }) => nearest,
  carriesQuestion: true,
})
