// Collects the pronouns to learn antecedents from, in labelled news and in the treebank.
import { describeAntecedents } from '../src/quotations/antecedents/antecedent-features.ts'
import { possibleAntecedents } from '../src/quotations/antecedents/pronoun-antecedents.ts'
import { resolveSpeaker } from '../src/quotations/antecedents/resolve.ts'
import type { Features } from '../src/quotations/models/features.ts'
import { appendToHistory, type PriorAttribution } from '../src/quotations/scene/history.ts'
import { isSameName } from './same-name.ts'
import { isSource, type SourcedArticle } from './sourced.ts'
import type { BankDocument } from './treebank.ts'
import { referringMentions } from './treebank-references.ts'

/** A pronoun, and of each entity of the cast that it may stand for a description and whether it does. */
export type Question = { described: Features[]; right: boolean[] }

/** The pronouns that are sources of quotations in a labelled article, where the name they stand for is known. */
export function newsQuestions({ annotated, quotes }: SourcedArticle): Question[] {
  let history: PriorAttribution[] = []
  const asked = new Set<object>()
  return quotes.flatMap(({ at, source, run }) => {
    const mention = annotated.mentions.findLast((one) => !one.modifies && isSource(annotated, one, source))
    if (!mention) return []
    const candidates = possibleAntecedents(annotated, mention, history)
    const right = candidates.map(({ name }) => source.name !== null && isSameName(source.name, name))
    const described = describeAntecedents(annotated, mention, { candidates, history })
    const isPronoun = mention.kind === 'pronoun'
    const entity = isPronoun
      ? candidates.find((_, i) => right[i])
      : resolveSpeaker(annotated, mention, history)?.entity
    history = appendToHistory(history, { at, mention, entity: entity?.id ?? -1, runsOn: run.runsOn })
    if (!isPronoun || source.name === null || asked.has(mention) || !right.includes(true)) return []
    asked.add(mention)
    return [{ described, right }]
  })
}

/** Pronouns of one person: in the treebank "they" and "it" stand for things as a rule. */
const PERSONAL = /^(?:he|she|his|her|who)$/

/** The pronouns of a treebank document; those whose person has no name in it teach how sure one can be. */
export function treebankQuestions(document: BankDocument): Question[] {
  return referringMentions(document).flatMap(({ annotated, mention, isSame }) => {
    if (mention.kind !== 'pronoun' || !PERSONAL.test(annotated.words[mention.head]?.lower ?? '')) return []
    const candidates = possibleAntecedents(annotated, mention, [])
    if (candidates.length === 0) return []
    const described = describeAntecedents(annotated, mention, { candidates, history: [] })
    return [{ described, right: candidates.map(isSame) }]
  })
}
