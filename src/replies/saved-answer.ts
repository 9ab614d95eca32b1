import type { Evidence } from '../answers/answer.ts'
import type { Citation } from '../archive/article.ts'
import type { Recalled } from '../corrections/reread-answer.ts'
import { NEAREST } from '../corrections/saved-answers.ts'
import { evidenceNodes, namedNode } from './answers.ts'
import { count } from './phrases.ts'
import type { Node, Reply } from './reply.ts'

/** What a person is told of an answer that was given before, as it stands now, and of the stories named beside it. */
export function recalledReply(recalled: Recalled, named: Citation[] = []): Reply {
  const { command, evidence, withheld, pieces } = recalled
  if (evidence.length === 0)
    return [...(pieces.length || named.length === 0 ? [NOTHING_LEFT] : []), ...named.map(namedNode)]
  return [
    {
      kind: 'heading',
      text: command === NEAREST ? NOT_AN_ANSWER : `${count(evidence.length, 'result')} from our coverage`,
    },
    ...pieces.flatMap((piece, i) => (piece ? evidenceNodes(piece, i + 1) : [])),
    ...withheldNote(withheld),
    ...named.map(namedNode),
  ]
}

const NOT_AN_ANSWER = 'Nearest in our coverage, though not an answer'

const NOTHING_LEFT: Node = {
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

/** The whole paragraph that a piece of evidence stands in, with its words marked. */
export function paragraphReply({ passage, start, end, citation }: Evidence): Reply {
  const highlights: [number, number][] = [[start - passage.start, end - passage.start]]
  return [
    { kind: 'passage', number: null, words: { text: passage.text, highlights } },
    { kind: 'citation', citation, alsoIn: [] },
  ]
}
