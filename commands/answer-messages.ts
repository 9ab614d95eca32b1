// Answers commands and button presses with messages: a page of a reply and its buttons.
import type { ShownCoverage } from '../src/corrections/posted-answers.ts'
import type { RereadAnswer } from '../src/corrections/reread-saved-answer.ts'
import { NEAREST_COMMAND } from '../src/corrections/saved-answers.ts'
import type { Correction } from '../src/corrections/send-corrections.ts'
import type { Newsroom } from '../src/newsroom/newsroom.ts'
import type { Action, ActionKind, Button } from '../src/replies/actions.ts'
import { changeNotice } from '../src/replies/change-notice.ts'
import { PAGE_SIZE, pageOf } from '../src/replies/pages.ts'
import { type Node, type Reply, storiesIn } from '../src/replies/reply.ts'
import { paragraphReply, savedAnswerReply } from '../src/replies/saved-answer.ts'
import type { AnyCommand } from './command.ts'

/**
 * A message for a platform: a reply, and rows of buttons below it. `aside`: it is for the person who asked alone.
 * `coverage` is what it quotes and names; an adapter keeps that for messages that everybody sees.
 */
export type OutgoingMessage = { reply: Reply; buttons: Button[][]; aside?: true; coverage?: ShownCoverage }

/** Whether an answer is for one person, who may share it, or for everybody in the channel. */
export type Audience = 'private' | 'public'

/** The person who shares an answer, as the shared message names them. */
export type SharedBy = { name: string }

/** Answers a command with the first page of its reply and its buttons. Saves the answer, so that they work. */
export async function answerCommand(
  newsroom: Newsroom,
  command: AnyCommand,
  { input, audience }: { input: Record<string, string>; audience: Audience },
): Promise<OutgoingMessage> {
  const result = await command.ask(newsroom, input)
  const evidence = command.evidence?.(result) ?? []
  const reply = command.reply(result)
  if (command.asksBack?.(result)) return { reply, buttons: [], aside: true }
  if (evidence.length === 0)
    return messageOf(reply, [], { command: NEAREST_COMMAND, evidence: command.nearest?.(result) ?? [] })
  const answer = await newsroom.given.save(command.name, evidence)
  return pageMessage(reply, { command: command.name, pieces: evidence }, { answer, at: 0, audience })
}

/** Returns the message for a pressed button: for the person who pressed it or, for `share`, for everybody. */
export async function pressButton(
  newsroom: Newsroom,
  action: Action,
  sharedBy: SharedBy,
): Promise<OutgoingMessage> {
  if (action.act === 'useful' || action.act === 'not-useful') return countRating(newsroom, action)
  const reread = await newsroom.given.reread(action.answer)
  if (!reread) return EXPIRED_NOTE
  switch (action.act) {
    case 'page':
      return pageMessage(savedAnswerReply(reread), reread, { ...action, audience: 'private' })
    case 'paragraph':
      return paragraphMessage(reread, action)
    case 'share':
      return sharedMessage(reread, action, sharedBy)
  }
}

/** Returns a message of one sentence for the person who asked. */
export const privateNote = (text: string): OutgoingMessage => ({
  reply: [{ kind: 'note', tone: 'aside', text }],
  buttons: [],
  aside: true,
})

/** The message about an answer that is no longer kept. */
export const EXPIRED_NOTE = privateNote(
  'This answer is no longer kept: ask again, and it is looked up afresh.',
)

async function countRating(newsroom: Newsroom, { act, answer }: Action): Promise<OutgoingMessage> {
  const kept = await newsroom.given.rate(answer, act === 'useful')
  return kept
    ? privateNote('Thank you. This is counted, without your name and without what you asked.')
    : EXPIRED_NOTE
}

/** Returns a message with what it shows of the coverage; without `coverage` where it quotes and names no story. */
function messageOf(reply: Reply, buttons: Button[][], shown: Omit<ShownCoverage, 'named'>): OutgoingMessage {
  const cited = shown.evidence.flatMap(({ citation, alsoIn }) => [citation, ...alsoIn])
  const named = storiesIn(reply).filter(({ articleId }) => !cited.some((one) => one.articleId === articleId))
  const isNothing = shown.evidence.length + named.length === 0
  return isNothing ? { reply, buttons } : { reply, buttons, coverage: { ...shown, named } }
}

type PageLocation = { answer: string; at: number; audience: Audience }

/** A command, and its evidence at the index that items of the reply are numbered by, less 1. */
type NumberedEvidence = Pick<RereadAnswer, 'command' | 'pieces'>

/** Returns a page of a reply with its buttons: a row for whole paragraphs, and a row for pages, sharing and rating. */
function pageMessage(
  whole: Reply,
  { command, pieces }: NumberedEvidence,
  { answer, at, audience }: PageLocation,
): OutgoingMessage {
  const { reply, page, pages } = pageOf(whole, at)
  const button = (act: ActionKind, label: string, index: number): Button => ({
    label,
    action: { act, answer, at: index },
  })
  const items = reply.filter(isItem)
  if (items.length === 0) return messageOf(reply, [], { command, evidence: [] })
  const paragraphs = items
    .filter(isPart)
    .map(({ number }) => button('paragraph', `Whole paragraph ${number}`, number - 1))
  const navigation = [
    ...(page > 0 ? [button('page', 'Back', page - 1)] : []),
    ...(page < pages - 1 ? [button('page', 'More', page + 1)] : []),
    ...(audience === 'private' ? [button('share', 'Share to channel', page)] : []),
    button('useful', 'Useful', page),
    button('not-useful', 'Not useful', page),
  ]
  const evidence = items.map(({ number }) => pieces[number - 1]).filter((piece) => piece != null)
  return messageOf(reply, [paragraphs, navigation], { command, evidence })
}

type NumberedNode = Extract<Node, { kind: 'quotation' | 'passage' }> & { number: number }

const isItem = (node: Node): node is NumberedNode => 'number' in node && node.number !== null

/** Passages longer than this, in UTF-16 code units, may be shortened on a page of several. */
const LONG_PASSAGE_CHARS = 700

/** Returns whether an item may show less than its paragraph. */
const isPart = ({ kind, words }: NumberedNode) =>
  kind === 'quotation' || words.text.length > LONG_PASSAGE_CHARS

/** Returns the whole paragraph of a piece of evidence, with a button back to its page. */
function paragraphMessage({ pieces, evidence }: RereadAnswer, { answer, at }: Action): OutgoingMessage {
  const piece = pieces[at]
  if (!piece)
    return privateNote('These words may not be quoted any more: the story was changed or withdrawn since.')
  const back: Action = { act: 'page', answer, at: Math.floor(evidence.indexOf(piece) / PAGE_SIZE) }
  return { reply: paragraphReply(piece), buttons: [[{ label: 'Back', action: back }]] }
}

/** Returns a page for everybody, with the name of the person who asked, but not the question. */
function sharedMessage(reread: RereadAnswer, { answer, at }: Action, { name }: SharedBy): OutgoingMessage {
  const page = pageMessage(savedAnswerReply(reread), reread, { answer, at, audience: 'public' })
  if (reread.evidence.length === 0) return { ...page, aside: true }
  const asked: Node = { kind: 'note', tone: 'aside', text: `Asked by ${name}` }
  return { ...page, reply: [...page.reply, asked] }
}

/** Returns the messages for a correction: the new text of the posted answer, and a notice; null for no changes. */
export function correctionMessages({ answerId, reread, named, changes }: Correction): {
  posting: OutgoingMessage
  notice: OutgoingMessage | null
} {
  const whole = savedAnswerReply(reread, named)
  const { reply, buttons } = pageMessage(whole, reread, { answer: answerId, at: 0, audience: 'public' })
  const changeNodes = changeNotice(changes)
  const notice = changeNodes.length ? { reply: changeNodes, buttons: [] } : null
  return { posting: { reply: [...changeNodes, ...reply], buttons }, notice }
}
