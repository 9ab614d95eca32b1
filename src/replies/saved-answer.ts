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
    {
      kind: 'heading',
      text:
        command === NEAREST_COMMAND
          ? NEAREST_HEADING
          : `${count(evidence.length, 'result')} from our coverage`,
    },
    ...numberedEvidence(pieces),
    ...withheldNote(withheld),
    ...named.map(storyNode),
  ]
}

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
