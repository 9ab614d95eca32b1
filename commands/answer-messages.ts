// Answers commands with messages, and corrects them.
import { NEAREST_COMMAND } from '../src/corrections/saved-answers.ts'
import type { Correction } from '../src/corrections/send-corrections.ts'
import type { Newsroom } from '../src/newsroom/newsroom.ts'
import { changeNotice } from '../src/replies/change-notice.ts'
import { savedAnswerReply } from '../src/replies/saved-answer.ts'
import { typedInput, withAsked } from './asked-words.ts'
import type { AnyCommand } from './command.ts'
import {
  type Audience,
  type OutgoingMessage,
  pageMessage,
  plainMessage,
  withCoverage,
} from './outgoing-message.ts'

/** Answers a command with the first page of its reply and its buttons. Saves the answer, so that they work. */
export async function answerCommand(
  newsroom: Newsroom,
  command: AnyCommand,
  { input, audience }: { input: Record<string, string>; audience: Audience },
): Promise<OutgoingMessage> {
  const result = await command.ask(newsroom, input)
  const evidence = command.evidence?.(result) ?? []
  const asked = command.carriesQuestion ? typedInput(command, input) : null
  const reply = asked === null ? command.reply(result) : withAsked(command.reply(result), asked)
  if (command.asksBack?.(result)) return { ...plainMessage(command.reply(result)), aside: true }
  if (evidence.length > 0 || asked !== null) {
    const answer = await newsroom.given.save(command.name, evidence)
    const numbered = { reply, command: command.name, pieces: evidence, ...(asked !== null && { asked }) }
    return withNearest(pageMessage(numbered, { answer, at: 0, audience }), command, result)
  }
  return withNearest(plainMessage(reply), command, result)
}

/** Has a message that quotes no evidence keep the near misses that it quotes. */
function withNearest(message: OutgoingMessage, command: AnyCommand, result: unknown): OutgoingMessage {
  if (message.coverage?.evidence.length) return message
  return withCoverage(message, { command: NEAREST_COMMAND, evidence: command.nearest?.(result) ?? [] })
}

/** Returns the messages for a correction: the new text of the posted answer, and a notice; null where there is nothing to tell. */
export function correctionMessages({ answerId, reread, named, changes, isTold }: Correction): {
  posting: OutgoingMessage
  notice: OutgoingMessage | null
} {
  const numbered = {
    reply: savedAnswerReply(reread, named),
    command: reread.command,
    pieces: reread.pieces,
  }
  const page = pageMessage(numbered, { answer: answerId, at: 0, audience: 'public' })
  const changeNodes = changeNotice(changes)
  return {
    posting: { ...page, reply: [...changeNodes, ...page.reply] },
    notice: changeNodes.length && !isTold ? plainMessage(changeNodes) : null,
  }
}
