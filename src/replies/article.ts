import type { ArticleAnswer } from '../answers/article.ts'
import type { Citation } from '../archive/article.ts'
import { evidenceNodes, namedNode, retractedNote, searchedNote } from './answers.ts'
import { count } from './phrases.ts'
import type { Node, Reply } from './reply.ts'

/** What a person is told of one article: where it stands, and everything quoted in it. */
export function articleReply(answer: ArticleAnswer): Reply {
  switch (answer.kind) {
    case 'found':
      return [
        { kind: 'heading', text: answer.article.headline },
        { kind: 'citation', citation: answer.article, alsoIn: [], above: 'headline' },
        { kind: 'text', text: `${count(answer.quotations.length, 'quotation')} in it:` },
        ...answer.quotations.flatMap((piece, i) => evidenceNodes(piece, i + 1)).map(under),
        ...named('The name also fits:', answer.others),
      ]
    case 'retracted':
      return [retractedNote(answer.article), ...named('The name also fits:', answer.others)]
    case 'nothing':
      return [
        { kind: 'heading', text: `No article of ours goes by “${answer.asked}”` },
        searchedNote(answer.searched),
        ...named('Nearest:', answer.nearest),
      ]
  }
}

/** A node below the citation of its story. */
const under = (node: Node): Node => (node.kind === 'citation' ? { ...node, above: 'story' } : node)

const named = (text: string, stories: Citation[]): Node[] =>
  stories.length ? [{ kind: 'text', text }, ...stories.map(namedNode)] : []
