// Turns answers of quote, context, coverage and speaker into replies.
import type { Answer, Evidence, Question, Searched } from '../answers/answer.ts'
import type { Citation } from '../archive/article.ts'
import { evidenceNodes, numberedEvidence } from './evidence-nodes.ts'
import { count, formatDay, narrowingsOf, storyWithCorrection, timeAgo } from './phrases.ts'
import type { Node, Reply } from './reply.ts'

/** Returns the reply to an answer: each piece of evidence with its citation or, for nothing, what was searched. */
export const answerReply = (answer: Answer): Reply => searchReply(answer, counted(answer, nounOf(answer)))

/** Returns the reply to a coverage answer: each article by its best passage. */
export const coverageReply = (answer: Answer): Reply =>
  searchReply(answer, `${counted(answer, 'article')}${answer.question.order ? '' : ', newest first,'}`)

function searchReply(answer: Answer, found: string): Reply {
  const { question, evidence, nearest, retracted, searched } = answer
  if (answer.tier !== 'nothing')
    return [
      {
        kind: 'heading',
        text: answer.tier === 'found' ? foundHeading(answer, found) : inThatStoryHeading(answer),
      },
      ...unknownNotes(answer),
      ...numberedEvidence(evidence),
      ...moreNote(answer),
      ...retracted.map(retractedNote),
      searchedNote(searched),
    ]
  return [
    { kind: 'heading', text: nothingHeading(question) },
    ...unknownNotes(answer),
    ...retracted.map(retractedNote),
    searchedNote(searched),
    ...nearestNodes(nearest),
    { kind: 'note', tone: 'aside', text: wideningHint(question) },
  ]
}

/** Returns what was asked, and what it is narrowed to: “please”, said by Homan, from Dec 1, 2025. */
function askedOf(question: Question): string {
  const narrowed = narrowingsOf(question)
  const asked = question.text ? [`“${question.text}”`] : question.speaker ? [question.speaker] : []
  return [...asked, ...narrowed].join(', ')
}

/** Returns the heading of what was found, as the question asks for it: how often, yes, or how many there are. */
function foundHeading({ question, evidence, total }: Answer, found: string): string {
  const asked = askedOf(question)
  if (question.counts && evidence[0]?.kind !== 'passage')
    return `${count(total, 'time')} in our coverage: ${asked}`
  return question.asksWhether && question.saidBy ? `Yes, ${found} for ${asked}` : `${found} for ${asked}`
}

function nothingHeading(question: Question): string {
  const asked = askedOf(question)
  if (question.negated) return `Our coverage tells who said something, not who did not: nothing for ${asked}`
  if (question.counts) return `0 times in our coverage: ${asked}`
  return question.asksWhether
    ? `No such words in our coverage for ${asked}`
    : `Nothing in our coverage for ${asked}`
}

/** Returns the notes on asked words that the coverage does not have, and what was found with others instead. */
const unknownNotes = ({ evidence, unknown = [] }: Answer): Node[] =>
  unknown.map((one) => {
    const absent =
      one.kind === 'name' ? `Nobody quoted is called “${one.asked}”` : `No text of ours has “${one.asked}”`
    const others = one.found.map((word) => `“${word}”`).join(', ')
    const instead = evidence.length ? `; found with ${others}.` : `. Did you mean ${others}?`
    return { kind: 'note', tone: 'warning', text: absent + (others ? instead : '.') }
  })

/** Returns the heading of evidence whose words do not meet the question: how it bears on it all the same. */
function inThatStoryHeading({ question, evidence }: Answer): string {
  const { saidBy, speaker, text, topic } = question
  const narrowed = narrowingsOf(question)
    .map((part) => `, ${part}`)
    .join('')
  const asked = saidBy ?? speaker
  const name = evidence[0]?.speaker
  const about = topic.replace(/^(?:about|on|of|regarding)\s+/iu, '')
  if (question.asksWhether && asked)
    return `Not in our coverage in these words${narrowed}: “${text}”. Nearest of what is:`
  if (asked && name) return `${name} is quoted in our coverage${narrowed}, but not clearly about “${about}”:`
  if (asked) return `Nobody called “${asked}” is quoted on “${about}”${narrowed}. In stories that name them:`
  return `Nothing that clearly answers “${text}”${narrowed}. In stories that it may be in:`
}

/** Returns a one-line note on what was searched and how fresh it is; a warning where a source is late. */
export function searchedNote({ articles, from, to, indexedAt, late = [], looked }: Searched): Node {
  const span = from && to ? ` from ${formatDay(from)} to ${formatDay(to)}` : ''
  const part = looked === undefined ? '' : ` Time was up: looked at the newest ${percent(looked)}.`
  const searched = `Searched ${count(articles, 'article')}${span}; indexed ${timeAgo(indexedAt, new Date())}.${part}`
  const missing = late
    .map(({ source, since }) => `${source} (last heard from ${timeAgo(since, new Date())})`)
    .join(', ')
  if (!missing && looked !== undefined) return { kind: 'note', tone: 'warning', text: searched }
  return missing
    ? { kind: 'note', tone: 'warning', text: `${searched} Late, so the newest may be missing: ${missing}.` }
    : { kind: 'note', tone: 'aside', text: searched }
}

const percent = (share: number) => `${Math.floor(100 * share)} %`

/** Returns the nodes of the near misses of an answer that found nothing; none for an empty list. */
export const nearestNodes = (nearest: Evidence[]): Node[] =>
  nearest.length
    ? [
        { kind: 'text', text: 'Nearest, though not an answer:' },
        ...nearest.flatMap((piece) => evidenceNodes(piece, null)),
      ]
    : []

/** Returns the note on a retracted story, which is named and never quoted. */
export const retractedNote = (story: Citation): Node => ({
  kind: 'note',
  tone: 'warning',
  text: `Retracted, not quoted: ${storyWithCorrection(story)}`,
  of: story,
})

/** Returns the node that names a story without quoting it. */
export const storyNode = (story: Citation): Node =>
  story.status === 'retracted' ? retractedNote(story) : { kind: 'citation', citation: story, alsoIn: [] }

/** Returns how much was found: "3 quotations", or which of all it is: "11–20 of 42 quotations". */
function counted({ evidence, total, offset }: Answer, noun: string): string {
  if (evidence.length === total) return count(total, noun)
  return `${offset + 1}–${offset + evidence.length} of ${count(total, noun)}`
}

function nounOf({ evidence }: Answer): string {
  const passages = evidence.filter(({ kind }) => kind === 'passage').length
  return passages === evidence.length ? 'passage' : passages ? 'result' : 'quotation'
}

/** Returns the note on what comes after the evidence of an answer, and how it is reached; none where nothing does. */
function moreNote({ evidence, total, offset }: Answer): Node[] {
  const next = offset + evidence.length
  if (next >= total) return []
  return [{ kind: 'note', tone: 'aside', text: `${total - next} more: ask again with offset:${next}.` }]
}

/** Returns the filters that a question sets, as people type them: `speaker:`, `after:`. */
export const filtersOf = (question: Question): string[] =>
  FILTERS.filter((name) => question[name] !== null).map((name) => `${name}:`)

const FILTERS = ['speaker', 'outlet', 'author', 'article', 'after', 'before'] as const

function wideningHint(question: Question): string {
  const filters = filtersOf(question)
  return filters.length
    ? `To widen: leave out ${filters.join(' or ')}, or use fewer words.`
    : 'To widen: use fewer words, or others that the story might have used.'
}
