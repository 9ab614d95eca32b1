import { ThreadAnswer } from '../src/answers/thread.ts'
import { threadEvidence, threadReply } from '../src/replies/thread.ts'
import { type AnyCommand, defineCommand } from './command.ts'

/** Asks what a thread is about, from its messages as plain text, oldest first. Nobody types it: it is read. */
export const threadOf = (messages: string[]): AnyCommand =>
  defineCommand({
    name: 'thread',
    description: 'Find what our coverage has on a thread',
    examples: [''],
    options: {},
    result: ThreadAnswer,
    ask: (newsroom) => newsroom.thread(messages),
    reply: threadReply,
    evidence: threadEvidence,
    nearest: ({ context }) => context?.nearest ?? [],
  })
