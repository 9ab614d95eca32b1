// Answers presses on the buttons of an answer.
import type { Evidence } from '../src/answers/answer.ts'
import { CheckAnswer } from '../src/answers/verification/check-answer.ts'
import type { Newsroom } from '../src/newsroom/newsroom.ts'
import type { Action } from '../src/replies/actions.ts'
import { PAGE_SIZE } from '../src/replies/pages.ts'
import type { Node } from '../src/replies/reply.ts'
import { paragraphReply, savedAnswerReply } from '../src/replies/saved-answer.ts'
import { verdictLabel } from '../src/replies/verdict-label.ts'
import { withAsked } from './asked-words.ts'
import check from './check.ts'
import {
  type NumberedReply,
  type OutgoingMessage,
  pageMessage,
  plainMessage,
  privateNote,
  withCoverage,
} from './outgoing-message.ts'
import { readInput } from './read-input.ts'

/** A press: its action, by whom, and what the message carries of what was asked; null where it carries nothing. */
export type Press = { action: Action; by: { name: string }; asked: string | null }

/** Returns the message for a pressed button: for the person who pressed it or, for `share`, for everybody. */
export async function pressButton(newsroom: Newsroom, press: Press): Promise<OutgoingMessage> {
  const { action, asked } = press
  const { act, answer, at } = action
  if (act === 'useful' || act === 'not-useful') return countRating(newsroom, action)
  if (act === 'paragraph') return paragraphMessage(newsroom, action)
  const again = asked === null ? await answerAgain(newsroom, answer) : await checkAgain(newsroom, asked)
  if (!again) return EXPIRED_NOTE
  if (act === 'page') return pageMessage(again, { answer: again.answer, at, audience: 'private' })
  return sharedMessage(again, press)
}

/** The message about an answer that is no longer kept. */
export const EXPIRED_NOTE = privateNote(
  'This answer is no longer kept: ask again, and it is looked up afresh.',
)

/** An answer as it stands now: its id, its reply, and the evidence that may be quoted; of a check also the verdict. */
type AnswerNow = NumberedReply & { answer: string; evidence: Evidence[]; verdict?: string }

/** Reads a saved answer again; null where it is no longer kept. */
async function answerAgain(newsroom: Newsroom, answer: string): Promise<AnswerNow | null> {
  const reread = await newsroom.given.reread(answer)
  return reread && { ...reread, answer, reply: savedAnswerReply(reread) }
}

/** Checks again what a message says was checked: a verdict is never older than the message that shows it. */
async function checkAgain(newsroom: Newsroom, asked: string): Promise<AnswerNow> {
  const result = CheckAnswer.parse(
    await check.ask(newsroom, readInput(check, asked) as { quotation: string }),
  )
  const { evidence, checks } = result
  const answer = await newsroom.given.save(check.name, evidence)
  const verdict = checks ? `${checks.length} quotations` : `a quotation: ${verdictLabel(result)}`
  const reply = withAsked(check.reply(result), asked)
  return { answer, reply, command: check.name, pieces: evidence, evidence, asked, verdict }
}

async function countRating(newsroom: Newsroom, { act, answer }: Action): Promise<OutgoingMessage> {
  const kept = await newsroom.given.rate(answer, act === 'useful')
  return kept
    ? privateNote('Thank you. This is counted, without your name and without what you asked.')
    : EXPIRED_NOTE
}

/** Returns the whole paragraph of a piece of evidence, with a button back to its page. */
async function paragraphMessage(newsroom: Newsroom, { answer, at }: Action): Promise<OutgoingMessage> {
  const reread = await newsroom.given.reread(answer)
  if (!reread) return EXPIRED_NOTE
  const piece = reread.pieces[at]
  if (!piece)
    return privateNote('These words may not be quoted any more: the story was changed or withdrawn since.')
  const back: Action = { act: 'page', answer, at: Math.floor(reread.evidence.indexOf(piece) / PAGE_SIZE) }
  const message = { ...plainMessage(paragraphReply(piece)), buttons: [{ label: 'Back', action: back }] }
  return withCoverage(message, { command: reread.command, evidence: [piece] })
}

/** Returns a page for everybody, with the name of the person who shares it; of a check, with what was checked. */
function sharedMessage(again: AnswerNow, { action: { at }, by }: Press): OutgoingMessage {
  const page = pageMessage(again, { answer: again.answer, at, audience: 'public' })
  if (again.verdict !== undefined) {
    const heading: Node = { kind: 'heading', text: `${by.name} checked ${again.verdict}` }
    return { ...page, reply: [heading, ...page.reply.slice(1)] }
  }
  if (again.evidence.length === 0) return { ...page, aside: true }
  const asked: Node = { kind: 'note', tone: 'aside', text: `Asked by ${by.name}` }
  return { ...page, reply: [...page.reply, asked] }
}
