// Makes messages of replies: a page, its buttons, and what it shows of the coverage.
import type { Evidence } from '../src/answers/answer.ts'
import type { ShownCoverage } from '../src/corrections/posted-answers.ts'
import type { ActionKind, Button } from '../src/replies/actions.ts'
import { pageOf } from '../src/replies/pages.ts'
import { type Node, type Reply, storiesIn } from '../src/replies/reply.ts'

/**
 * A message for a platform: a reply, a row of buttons below it, and a menu of what is pressed less often. `aside`: it is
 * for the person who asked alone. `asked`: what its buttons ask again. `coverage` is what it quotes and names; an
 * adapter keeps that for messages that everybody sees.
 */
export type OutgoingMessage = {
  reply: Reply
  buttons: Button[]
  menu: Button[]
  aside?: true
  asked?: string
  coverage?: ShownCoverage
}

/** Whether an answer is for one person, who may share it, or for everybody in the channel. */
export type Audience = 'private' | 'public'

/** A message without buttons. */
export const plainMessage = (reply: Reply): OutgoingMessage => ({ reply, buttons: [], menu: [] })

/** Returns a message of one sentence for the person who asked. */
export const privateNote = (text: string): OutgoingMessage => ({
  ...plainMessage([{ kind: 'note', tone: 'aside', text }]),
  aside: true,
})

/** Returns a message with what it shows of the coverage; without `coverage` where it quotes and names no story. */
export function withCoverage(message: OutgoingMessage, shown: Omit<ShownCoverage, 'named'>): OutgoingMessage {
  const cited = shown.evidence.flatMap(({ citation, alsoIn }) => [citation, ...alsoIn])
  const named = storiesIn(message.reply).filter(
    ({ articleId }) => !cited.some((one) => one.articleId === articleId),
  )
  const isNothing = shown.evidence.length + named.length === 0
  return isNothing ? message : { ...message, coverage: { ...shown, named } }
}

/** A whole reply, with the command and the evidence at the index that its items are numbered by, less 1. */
export type NumberedReply = { reply: Reply; command: string; pieces: (Evidence | null)[]; asked?: string }

/** A page, counted from 0, of the saved answer with an id, and who sees it. */
type Page = { answer: string; at: number; audience: Audience }

/**
 * Returns a page of a reply: with buttons to turn it and to share it, and a menu of whole paragraphs and of ratings.
 */
export function pageMessage(
  { reply: whole, command, pieces, asked }: NumberedReply,
  { answer, at, audience }: Page,
): OutgoingMessage {
  const { reply, page, pages } = pageOf(whole, at)
  const button = (act: ActionKind, label: string, index: number): Button => ({
    label,
    action: { act, answer, at: index },
  })
  const items = reply.filter(isItem)
  const share = audience === 'private' ? [button('share', 'Share to channel', page)] : []
  const carried = asked === undefined ? {} : { asked }
  if (items.length === 0)
    return withCoverage(
      { ...plainMessage(reply), ...carried, buttons: asked === undefined ? [] : share },
      { command, evidence: [] },
    )
  const buttons = [
    ...(page > 0 ? [button('page', 'Back', page - 1)] : []),
    ...(page < pages - 1 ? [button('page', 'More', page + 1)] : []),
    ...share,
  ]
  const menu = [
    ...items.filter(isPart).map(({ number }) => button('paragraph', `Whole paragraph ${number}`, number - 1)),
    button('useful', 'Useful', page),
    button('not-useful', 'Not useful', page),
  ]
  const evidence = items.map(({ number }) => pieces[number - 1]).filter((piece) => piece != null)
  return withCoverage({ reply, buttons, menu, ...carried }, { command, evidence })
}

type NumberedNode = Extract<Node, { kind: 'quotation' | 'passage' }> & { number: number }

const isItem = (node: Node): node is NumberedNode => 'number' in node && node.number !== null

/** Passages longer than this, in UTF-16 code units, may be shortened on a page of several. */
const LONG_PASSAGE_CHARS = 700

/** Returns whether an item may show less than its paragraph. */
const isPart = ({ kind, words }: NumberedNode) =>
  kind === 'quotation' || words.text.length > LONG_PASSAGE_CHARS
