// Annotates a text for attribution: words, tags, mentions, entities and predicates.

import type { Span } from '../../archive/article.ts'
import { tagWords } from '../language/tags.ts'
import { readWords, type Word } from '../language/words.ts'
import type { Run } from '../marks/run.ts'
import { readEntities } from '../people/cast.ts'
import { joinRoles } from '../people/joined-roles.ts'
import { findMentions } from '../people/mentions.ts'
import { joinOffices } from '../people/offices-before-names.ts'
import { readSyntax } from '../syntax/sentence-tree.ts'
import type { AnnotatedText } from './annotated-text.ts'
import { readPredicates } from './predicates.ts'
import { reviseTags } from './revise-tags.ts'

/** Annotates the paragraphs of a text; `runs` (sorted, none inside another) are one word each. */
export function annotateText(text: string, paragraphs: Span[], runs: Run[]): AnnotatedText {
  const words = readWords(text, paragraphs, runs)
  const sentences = starts(words, ({ sentence }) => sentence)
  const syntax = readSyntax(words, sentences)
  const tagged = { text, words, tags: reviseTags(words, tagWords(words), syntax.classOf) }
  const mentions = joinOffices(tagged, joinRoles(tagged, findMentions(tagged)))
  return {
    ...tagged,
    mentions,
    entities: readEntities(tagged, mentions),
    wordOfRun: new Map(words.flatMap(({ run }, i) => (run ? [[run.start, i]] : []))),
    sentences,
    paragraphs: starts(words, ({ paragraph }) => paragraph),
    predicates: readPredicates({ ...tagged, sentences }, mentions),
    tree: syntax.tree,
  }
}

/** Returns the first word of each part; a part without words has that of the next one. */
function starts(words: Word[], partOf: (word: Word) => number): number[] {
  const firsts: number[] = []
  words.forEach((word, i) => {
    while (firsts.length <= partOf(word)) firsts.push(i)
  })
  return [...firsts, words.length]
}
