import type { Showing } from '../src/corrections/posted-messages.ts'
import type { Recalled } from '../src/corrections/reread-answer.ts'
import { NEAREST } from '../src/corrections/saved-answers.ts'
import type { Correction } from '../src/corrections/send-corrections.ts'
import type { Newsroom } from '../src/newsroom.ts'
import type { Act, Action, Button } from '../src/replies/actions.ts'
import { newsReply } from '../src/replies/change-notice.ts'
import { PAGE_SIZE, pageOf } from '../src/replies/pages.ts'
import { type Node, namedIn, type Reply } from '../src/replies/reply.ts'
import { paragraphReply, recalledReply } from '../src/replies/saved-answer.ts'
import type { AnyCommand } from './command.ts'

/**
 * What a platform shows: a reply, and rows of buttons under it; an aside is for the one who asked alone. `showing` is
 * what it shows of the coverage: where everybody sees that, the newsroom has to know.
 */
export type Shown = { reply: Reply; buttons: Button[][]; aside?: true; showing?: Showing }

/** Whether an answer is for one person, who may share it, or for everybody in the channel. */
export type Audience = 'private' | 'public'

/** Who an answer is for, as a shared one names them. */
export type Asker = { name: string }

/** Answers a command: the first page, with the buttons that lead on from it. */
export async function answer(
  newsroom: Newsroom,
  command: AnyCommand,
  { input, audience }: { input: Record<string, string>; audience: Audience },
): Promise<Shown> {
  const result = await command.ask(newsroom, input)
  const evidence = command.evidence?.(result) ?? []
  const reply = command.reply(result)
  if (evidence.length === 0)
    return showing(reply, [], { command: NEAREST, evidence: command.nearest?.(result) ?? [] })
  const answer = await newsroom.remember(command.name, evidence)
  return paged(reply, { command: command.name, pieces: evidence }, { answer, at: 0, audience })
}

/** What pressing a button comes to, for the one who pressed it, or shared with everybody. */
export async function press(newsroom: Newsroom, action: Action, asker: Asker): Promise<Shown> {
  if (action.act === 'useful' || action.act === 'not-useful') return rated(newsroom, action)
  const recalled = await newsroom.recall(action.answer)
  if (!recalled) return EXPIRED
  switch (action.act) {
    case 'page':
      return paged(recalledReply(recalled), recalled, { ...action, audience: 'private' })
    case 'paragraph':
      return paragraph(recalled, action)
    case 'share':
      return shared(recalled, action, asker)
  }
}

/** A sentence for the one who asked. */
export const aside = (text: string): Shown => ({
  reply: [{ kind: 'note', tone: 'aside', text }],
  buttons: [],
  aside: true,
})

/** What is said of an answer that is kept no longer. */
export const EXPIRED = aside('This answer is no longer kept: ask again, and it is looked up afresh.')

async function rated(newsroom: Newsroom, { act, answer }: Action): Promise<Shown> {
  const kept = await newsroom.rate(answer, act === 'useful')
  return kept ? aside('Thank you. This is counted, without your name and without what you asked.') : EXPIRED
}

/** What is shown, with the stories that it quotes or names; nothing is, where there are none. */
function showing(reply: Reply, buttons: Button[][], given: Omit<Showing, 'named'>): Shown {
  const cited = given.evidence.flatMap(({ citation, alsoIn }) => [citation, ...alsoIn])
  const named = namedIn(reply).filter(({ articleId }) => !cited.some((one) => one.articleId === articleId))
  const isNothing = given.evidence.length + named.length === 0
  return isNothing ? { reply, buttons } : { reply, buttons, showing: { ...given, named } }
}

type Place = { answer: string; at: number; audience: Audience }

/** Which command gave what, in the places that the items of a reply are numbered by. */
type Given = Pick<Recalled, 'command' | 'pieces'>

/** A page of a reply, with its buttons: what leads to whole paragraphs, and what leads elsewhere. */
function paged(whole: Reply, { command, pieces }: Given, { answer, at, audience }: Place): Shown {
  const { reply, page, pages } = pageOf(whole, at)
  const to = (act: Act, label: string, place: number): Button => ({
    label,
    action: { act, answer, at: place },
  })
  const items = reply.filter(isItem)
  if (items.length === 0) return showing(reply, [], { command, evidence: [] })
  const paragraphs = items
    .filter(isPart)
    .map(({ number }) => to('paragraph', `Whole paragraph ${number}`, number - 1))
  const around = [
    ...(page > 0 ? [to('page', 'Back', page - 1)] : []),
    ...(page < pages - 1 ? [to('page', 'More', page + 1)] : []),
    ...(audience === 'private' ? [to('share', 'Share to channel', page)] : []),
    to('useful', 'Useful', page),
    to('not-useful', 'Not useful', page),
  ]
  const evidence = items.map(({ number }) => pieces[number - 1]).filter((piece) => piece != null)
  return showing(reply, [paragraphs, around], { command, evidence })
}

type Item = Extract<Node, { kind: 'quotation' | 'passage' }> & { number: number }

const isItem = (node: Node): node is Item => 'number' in node && node.number !== null

/** Passages longer than this may be shortened on a page of several, in UTF-16 code units. */
const LONG = 700

/** Whether an item may be less than its paragraph. */
const isPart = ({ kind, words }: Item) => kind === 'quotation' || words.text.length > LONG

/** The whole paragraph of one piece of evidence, and the way back to its page. */
function paragraph({ pieces, evidence }: Recalled, { answer, at }: Action): Shown {
  const piece = pieces[at]
  if (!piece)
    return aside('These words may not be quoted any more: the story was changed or withdrawn since.')
  const back: Action = { act: 'page', answer, at: Math.floor(evidence.indexOf(piece) / PAGE_SIZE) }
  return { reply: paragraphReply(piece), buttons: [[{ label: 'Back', action: back }]] }
}

/** A page as everybody sees it, with who asked; without what they asked. */
function shared(recalled: Recalled, { answer, at }: Action, { name }: Asker): Shown {
  const shown = paged(recalledReply(recalled), recalled, { answer, at, audience: 'public' })
  if (recalled.evidence.length === 0) return { ...shown, aside: true }
  const asked: Node = { kind: 'note', tone: 'aside', text: `Asked by ${name}` }
  return { ...shown, reply: [...shown.reply, asked] }
}

/** What a correction comes to: the posting as it is to stand from now on, and word of that for those who saw it. */
export function corrected({ answer, recalled, named, news }: Correction): {
  posting: Shown
  word: Shown | null
} {
  const whole = recalledReply(recalled, named)
  const { reply, buttons } = paged(whole, recalled, { answer, at: 0, audience: 'public' })
  const told = newsReply(news)
  const word = told.length ? { reply: told, buttons: [] } : null
  return { posting: { reply: [...told, ...reply], buttons }, word }
}
