// Turns a saved answer that was read again into a reply.
import type { Evidence } from '../answers/answer.ts'
import type { Citation } from '../archive/article.ts'
import type { RereadAnswer } from '../corrections/reread-saved-answer.ts'
import { NEAREST_COMMAND } from '../corrections/saved-answers.ts'
import { numberedEvidence } from './evidence-nodes.ts'
import { count } from './phrases.ts'
import type { Node, Reply } from './reply.ts'
import { storyNode } from './search-reply.ts'

/** Returns the reply to a saved answer as its words stand now, followed by the stories that it names. */
export function savedAnswerReply(reread: RereadAnswer, named: Citation[] = []): Reply {
  const { command, evidence, withheld, pieces } = reread
  if (evidence.length === 0)
    return [...(pieces.length || named.length === 0 ? [NOTHING_QUOTABLE_NOTE] : []), ...named.map(storyNode)]
  return [
    { kind: 'heading', text: command === NEAREST_COMMAND ? NEAREST_HEADING : headingOf(evidence) },
    ...numberedEvidence(pieces),
    ...withheldNote(withheld),
    ...named.map(storyNode),
  ]
}

/** Speakers that a heading names at most. */
const MAX_NAMED_SPEAKERS = 3

const NAMES_FORMAT = new Intl.ListFormat('en-US')

/** Returns what the evidence is, from its own speakers and story: what was asked is not kept. */
function headingOf(evidence: Evidence[]): string {
  const results = count(evidence.length, 'result')
  const speakers = [...new Set(evidence.map(({ speaker }) => speaker))].filter((name) => name !== null)
  const areAllNamed = evidence.every(({ kind, speaker }) => kind !== 'passage' && speaker !== null)
  if (areAllNamed)
    return `What ${NAMES_FORMAT.format(namesOf(speakers))} ${speakers.length > 1 ? 'are' : 'is'} quoted as saying, ${results}`
  const headlines = [...new Set(evidence.map(({ citation }) => citation.headline))]
  return headlines.length === 1 ? `From “${headlines[0]}”, ${results}` : `${results} from our coverage`
}

/** Returns the first names of many, and how many others there are. */
const namesOf = (speakers: string[]) =>
  speakers.length <= MAX_NAMED_SPEAKERS
    ? speakers
    : [...speakers.slice(0, MAX_NAMED_SPEAKERS - 1), `${speakers.length - MAX_NAMED_SPEAKERS + 1} others`]

const NEAREST_HEADING = 'Nearest in our coverage, though not an answer'

const NOTHING_QUOTABLE_NOTE: Node = {
  kind: 'note',
  tone: 'warning',
  text: 'None of this may be quoted any more: the stories were changed or withdrawn since.',
}

const withheldNote = (withheld: number): Node[] =>
  withheld
    ? [
        {
          kind: 'note',
          tone: 'warning',
          text: `${count(withheld, 'result')} left out: the story was changed or withdrawn since.`,
        },
      ]
    : []

/** Returns the whole paragraph of a piece of evidence, with its words highlighted. */
export function paragraphReply({ passage, start, end, citation }: Evidence): Reply {
  const highlights: [number, number][] = [[start - passage.start, end - passage.start]]
  return [
    { kind: 'passage', number: null, words: { text: passage.text, highlights } },
    { kind: 'citation', citation, alsoIn: [] },
  ]
}
