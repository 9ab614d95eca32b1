// Answers free words in a conversation: a question, a courtesy, or a message that goes on from earlier ones.
import type { Newsroom } from '../src/newsroom/newsroom.ts'
import { answerCommand } from './answer-messages.ts'
import type { AnyCommand } from './command.ts'
import { ASK_BACK, type EarlierMessage, questionFor, readShortMessage, WHICH_QUOTATION } from './follow-up.ts'
import { readFreeWords } from './free-words.ts'
import { type OutgoingMessage, plainMessage, privateNote } from './outgoing-message.ts'

/** What a conversation is answered with; `earlier` reads its messages before this one, oldest first, when needed. */
export type Conversation = {
  newsroom: Newsroom
  commands: AnyCommand[]
  earlier: () => Promise<EarlierMessage[]>
}

/**
 * Answers free words (`check …`, `who said please`, `what about Homan?`, `thanks`) for everybody in a conversation. What
 * goes on from nothing that is known is asked back, to the asker alone. Throws a UserError.
 */
export async function answerFreeWords(
  words: string,
  { newsroom, commands, earlier }: Conversation,
): Promise<OutgoingMessage> {
  const short = readShortMessage(words)
  if (short?.kind === 'courtesy') return plainMessage([{ kind: 'text', text: short.answer }])
  const isSpeaker = (name: string) => newsroom.read.suggest('speaker', name).length > 0
  const question = short === null ? words : questionFor(short, await earlier(), isSpeaker)
  if (question === null) return privateNote(short?.kind === 'check' ? WHICH_QUOTATION : ASK_BACK)
  const { command, input } = readFreeWords(commands, question)
  return answerCommand(newsroom, command, { input, audience: 'public' })
}
