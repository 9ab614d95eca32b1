// Turns the answer to an article question into a reply.
import type { ArticleAnswer } from '../answers/article.ts'
import type { Citation } from '../archive/article.ts'
import { numberedEvidence } from './evidence-nodes.ts'
import { count } from './phrases.ts'
import type { Node, Reply } from './reply.ts'
import { retractedNote, searchedNote, storyNode } from './search-reply.ts'

/** Returns the reply on one article: its citation, and every quotation in it. */
export function articleReply(answer: ArticleAnswer): Reply {
  switch (answer.kind) {
    case 'found':
      return [
        { kind: 'heading', text: answer.article.headline },
        { kind: 'citation', citation: answer.article, alsoIn: [], above: 'headline' },
        { kind: 'text', text: `${count(answer.quotations.length, 'quotation')} in it:` },
        ...numberedEvidence(answer.quotations).map(belowStory),
        ...storyList('The name also fits:', answer.others),
      ]
    case 'retracted':
      return [retractedNote(answer.article), ...storyList('The name also fits:', answer.others)]
    case 'nothing':
      return [
        { kind: 'heading', text: `No article of ours goes by “${answer.asked}”` },
        searchedNote(answer.searched),
        ...storyList('Nearest:', answer.nearest),
      ]
  }
}

/** Marks the citations that stand below the citation of their story, so that they repeat none of its facts. */
const belowStory = (node: Node): Node => (node.kind === 'citation' ? { ...node, above: 'story' } : node)

const storyList = (text: string, stories: Citation[]): Node[] =>
  stories.length ? [{ kind: 'text', text }, ...stories.map(storyNode)] : []
