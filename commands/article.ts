// Defines the command that shows one article with its quotations.
import { ArticleAnswer, article } from '../src/answers/article.ts'
import { articleReply } from '../src/replies/article-reply.ts'
import { defineCommand } from './command.ts'

export default defineCommand({
  name: 'article',
  description: 'Show one article with its quotations',
  examples: ['ferry stays in harbour'],
  options: {
    article: {
      kind: 'article',
      description: 'its id, its address, or words of its headline',
      required: true,
      free: true,
      verbatim: true,
    },
  },
  result: ArticleAnswer,
  ask: (newsroom, { article: named }) => newsroom.ask(article, named),
  reply: articleReply,
  evidence: (answer) => (answer.kind === 'found' ? answer.quotations : []),
})
