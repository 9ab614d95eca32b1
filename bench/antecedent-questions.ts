import { antecedentFeatures } from '../src/quotations/people/antecedent-features.ts'
import { possibleAntecedents } from '../src/quotations/people/antecedents.ts'
import { resolve } from '../src/quotations/people/resolve.ts'
import { type Features, remember, type Told } from '../src/quotations/speakers/features.ts'
import { isSameName } from './same-name.ts'
import { isSource, type Sourced } from './sourced.ts'
import type { BankDocument } from './treebank.ts'
import { referringMentions } from './treebank-references.ts'

/** A pronoun, and of each member of the cast that it may stand for a description and whether it does. */
export type Question = { described: Features[]; right: boolean[] }

/** The pronouns that are sources of quotations in a labelled article, where the name they stand for is known. */
export function newsQuestions({ scene, quotes }: Sourced): Question[] {
  let told: Told[] = []
  const asked = new Set<object>()
  return quotes.flatMap(({ at, source, run }) => {
    const mention = scene.mentions.findLast((one) => !one.modifies && isSource(scene, one, source))
    if (!mention) return []
    const members = possibleAntecedents(scene, mention, told)
    const right = members.map(({ name }) => source.name !== null && isSameName(source.name, name))
    const described = members.map((member) => antecedentFeatures({ scene, mention, member, told }))
    const isPronoun = mention.kind === 'pronoun'
    const member = isPronoun ? members.find((_, i) => right[i]) : resolve(scene, mention, told)?.member
    told = remember(told, { at, mention, member: member?.id ?? -1, runsOn: run.runsOn })
    if (!isPronoun || source.name === null || asked.has(mention) || !right.includes(true)) return []
    asked.add(mention)
    return [{ described, right }]
  })
}

/** Pronouns of one person: in the treebank "they" and "it" stand for things as a rule. */
const PERSONAL = /^(?:he|she|his|her|who)$/

/** The pronouns of a treebank document; those whose person has no name in it teach how sure one can be. */
export function treebankQuestions(document: BankDocument): Question[] {
  return referringMentions(document).flatMap(({ scene, mention, isSame }) => {
    if (mention.kind !== 'pronoun' || !PERSONAL.test(scene.words[mention.head]?.lower ?? '')) return []
    const members = possibleAntecedents(scene, mention, [])
    if (members.length === 0) return []
    const described = members.map((member) => antecedentFeatures({ scene, mention, member, told: [] }))
    return [{ described, right: members.map(isSame) }]
  })
}
