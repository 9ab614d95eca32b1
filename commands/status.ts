// Defines the command that shows what is searched and how fresh it is.
import { Status } from '../src/answers/status.ts'
import { statusReply } from '../src/replies/status-reply.ts'
import { defineCommand } from './command.ts'

export default defineCommand({
  name: 'status',
  description: 'Show what is searched and how fresh it is',
  examples: [''],
  options: {},
  result: Status,
  ask: (newsroom) => newsroom.read.status(),
  reply: statusReply,
})
