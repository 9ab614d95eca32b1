// Describes a candidate by its place in the dependency trees around a quotation.
import { cueOf } from '../language/cues.ts'
import type { Features } from '../models/features.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { Party } from '../scene/reporters.ts'
import { RELATIONS } from '../syntax/labels.ts'
import { depthOf, pathBetween, topOf } from '../syntax/paths.ts'
import type { CandidatePair } from './candidate-pair.ts'
import type { Ruling } from './ruling.ts'

/** Sentences farther from the quotation than this are not parsed. */
const SENTENCES_BEFORE = 3
const SENTENCES_AFTER = 1
const CUE_KINDS = { say: 1, label: 2, stance: 3, think: 4, show: 5 }
const RELATION_CODES = new Map(RELATIONS.map((relation, i) => [relation, i + 1]))

/** How a candidate stands in its sentence's tree, and to the quotation in it. */
export function treeFeatures({ annotated, at, mention, ruling }: CandidatePair): Features {
  const { words } = annotated
  const [here, there] = [words[at]?.sentence ?? 0, words[mention.head]?.sentence ?? 0]
  const isNear = there >= here - SENTENCES_BEFORE && there <= here + SENTENCES_AFTER
  if (!isNear) return { ...ABSENT, ...quotationFeatures(annotated, at, ruling) }
  const tree = annotated.tree(there)
  const top = topOf(tree, mention)
  const head = tree.headOf(top)
  const path = here === there ? pathBetween(tree, top, at) : undefined
  return {
    treeSayer: matchOf(annotated, mention, ruling.sayer),
    treeReporter: matchOf(annotated, mention, ruling.reporter),
    treeSubjectBefore: matchOf(annotated, mention, ruling.subjectBefore),
    treeRole: RELATION_CODES.get(tree.relationOf(top)) ?? 0,
    treeGovernor: head < 0 ? 7 : governorKind(annotated, head),
    treeDepth: depthOf(tree, top),
    treeUp: path?.up ?? 20,
    treeDown: path?.down ?? 20,
    treeSpeaks:
      head >= 0 && tree.childrenOf(head).some((child) => tree.relationOf(child) === 'ccomp') ? 1 : 0,
    ...quotationFeatures(annotated, at, ruling),
  }
}

const ABSENT: Features = {
  treeSayer: 0,
  treeReporter: 0,
  treeSubjectBefore: 0,
  treeRole: 0,
  treeGovernor: 0,
  treeDepth: 20,
  treeUp: 20,
  treeDown: 20,
  treeSpeaks: 0,
}

function quotationFeatures(
  annotated: AnnotatedText,
  at: number,
  { verb, sayer, reporter, reporterAway }: Ruling,
): Features {
  const tree = annotated.tree(annotated.words[at]?.sentence ?? 0)
  return {
    treeQuoteRelation: RELATION_CODES.get(tree.relationOf(at)) ?? 0,
    treeQuoteVerb: verb === undefined ? 0 : governorKind(annotated, verb),
    treeHasSayer: sayer === undefined ? 0 : 1,
    treeReporterAway: reporter === undefined ? 9 : reporterAway,
  }
}

function governorKind({ words }: AnnotatedText, word: number): number {
  const cue = cueOf(words[word]?.lower ?? '')
  return cue ? CUE_KINDS[cue.kind] : 6
}

/** Is the mention the party's? 3 it is, 2 it names the same one, 1 another is, 0 there is no party. */
function matchOf({ entities }: AnnotatedText, mention: Mention, party: Party): number {
  if (!party) return 0
  if (mention.from <= party.word && party.word <= mention.to) return 3
  return party.entity !== undefined && party.entity === entities.byMention.get(mention) ? 2 : 1
}
