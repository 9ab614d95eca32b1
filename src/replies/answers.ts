import type { Answer, Evidence, Question, Searched } from '../answers/answer.ts'
import type { Citation } from '../archive/article.ts'
import { ago, correctedLine, count, day } from './phrases.ts'
import type { Node, Reply } from './reply.ts'

/** What a person is told of an answer: each piece of evidence with its citation, or what was searched in vain. */
export const answerReply = (answer: Answer): Reply => reply(answer, counted(answer.evidence))

/** What a person is told of the articles on a topic: each by the passage that shows it best. */
export const coverageReply = (answer: Answer): Reply =>
  reply(answer, `${count(answer.evidence.length, 'article')}, newest first,`)

function reply(answer: Answer, counted: string): Reply {
  const { question, evidence, nearest, retracted, searched } = answer
  const asked = question.text ? `“${question.text}”` : question.speaker
  if (answer.tier !== 'nothing')
    return [
      { kind: 'heading', text: answer.tier === 'found' ? `${counted} for ${asked}` : besideHeading(answer) },
      ...evidence.flatMap((piece, i) => evidenceNodes(piece, i + 1)),
      ...retracted.map(retractedNote),
      searchedNote(searched),
    ]
  return [
    { kind: 'heading', text: `Nothing in our coverage for ${asked}` },
    ...retracted.map(retractedNote),
    searchedNote(searched),
    ...nearestNodes(nearest),
    { kind: 'note', tone: 'aside', text: widen(question) },
  ]
}

/** Says of what is shown, though its words do not meet the question, how it bears on it. */
function besideHeading({ question, evidence }: Answer): string {
  const { saidBy, speaker, days, text, topic } = question
  const who = saidBy ?? speaker
  const name = evidence[0]?.speaker
  const about = topic.replace(/^(?:about|on|of|regarding)\s+/iu, '')
  if (days.length) return `Nothing of those days for “${text}”. Of other days, or beside it:`
  if (who && name) return `${name} is quoted in our coverage, but not clearly about “${about}”:`
  if (who) return `Nobody called “${who}” is quoted on “${about}”. In stories that name them:`
  return `Nothing that clearly answers “${text}”. In stories that it may be in:`
}

/** A piece of evidence as it is shown: the words, who said them if anybody did, and where they stand. */
export function evidenceNodes(piece: Evidence, number: number | null): Node[] {
  const words = { text: piece.text, highlights: piece.highlights }
  const citation: Node = { kind: 'citation', citation: piece.citation, alsoIn: piece.alsoIn }
  if (piece.kind === 'passage') return [{ kind: 'passage', number, words }, citation]
  const { speaker, speakerMention, addressee, reportedBy } = piece
  const mention = speakerMention && !speaker?.includes(speakerMention) ? speakerMention : null
  return [{ kind: 'quotation', number, words, speaker, mention, addressee, reportedBy }, citation]
}

/** What was searched, and how fresh it is: in one line, which warns where a source is late. */
export function searchedNote({ articles, from, to, indexedAt, late = [] }: Searched): Node {
  const span = from && to ? ` from ${day(from)} to ${day(to)}` : ''
  const searched = `Searched ${count(articles, 'article')}${span}; indexed ${ago(indexedAt, new Date())}.`
  const missing = late
    .map(({ source, since }) => `${source} (last heard from ${ago(since, new Date())})`)
    .join(', ')
  return missing
    ? { kind: 'note', tone: 'warning', text: `${searched} Late, so the newest may be missing: ${missing}.` }
    : { kind: 'note', tone: 'aside', text: searched }
}

/** The near misses of an answer that found nothing. */
export const nearestNodes = (nearest: Evidence[]): Node[] =>
  nearest.length
    ? [
        { kind: 'text', text: 'Nearest, though not an answer:' },
        ...nearest.flatMap((piece) => evidenceNodes(piece, null)),
      ]
    : []

/** A story that is retracted is named, and never quoted. */
export const retractedNote = (story: Citation): Node => ({
  kind: 'note',
  tone: 'warning',
  text: `Retracted, not quoted: ${correctedLine(story)}`,
  of: story,
})

/** A story that is named beside what is quoted. */
export const namedNode = (story: Citation): Node =>
  story.status === 'retracted' ? retractedNote(story) : { kind: 'citation', citation: story, alsoIn: [] }

function counted(evidence: Evidence[]): string {
  const passages = evidence.filter(({ kind }) => kind === 'passage').length
  if (passages === evidence.length) return count(passages, 'passage')
  return count(evidence.length, passages ? 'result' : 'quotation')
}

/** The filters that a question sets, as they are typed. */
export const filtersOf = (question: Question): string[] =>
  FILTERS.filter((name) => question[name] !== null).map((name) => `${name}:`)

const FILTERS = ['speaker', 'outlet', 'author', 'article', 'after', 'before'] as const

function widen(question: Question): string {
  const filters = filtersOf(question)
  return filters.length
    ? `To widen: leave out ${filters.join(' or ')}, or use fewer words.`
    : 'To widen: use fewer words, or others that the story might have used.'
}
