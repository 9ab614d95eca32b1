// Makes the command that finds the coverage of a chat thread.
import { ThreadAnswer, thread } from '../src/answers/thread.ts'
import { threadEvidence, threadReply } from '../src/replies/thread-reply.ts'
import { type AnyCommand, defineCommand } from './command.ts'

/** Returns a command that asks about a thread’s messages (plain text, oldest first). Adapters run it; nobody types it. */
export const threadCommand = (messages: string[]): AnyCommand =>
  defineCommand({
    name: 'thread',
    description: 'Find what our coverage has on a thread',
    examples: [''],
    options: {},
    result: ThreadAnswer,
    ask: (newsroom) => newsroom.ask(thread, messages),
    reply: threadReply,
    evidence: threadEvidence,
    nearest: ({ context }) => context?.nearest ?? [],
  })
