import { cueOf } from '../language/cues.ts'
import type { Member } from '../people/cast.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import { RELATIONS } from '../syntax/labels.ts'
import { depthOf, pathBetween, topOf } from '../syntax/paths.ts'
import { accordingTo, rulingVerb, subjectOf } from '../syntax/subjects.ts'
import type { Features, Pairing } from './features.ts'
import type { Scene } from './scene.ts'

/** Sentences farther from the quotation than this are not parsed. */
const SENTENCES_BEFORE = 3
const SENTENCES_AFTER = 1
const CUE_KINDS = { say: 1, label: 2, stance: 3, think: 4, show: 5 }
const RELATION_CODES = new Map(RELATIONS.map((relation, i) => [relation, i + 1]))

/** A party is the head word of somebody's mention, and whom of the cast it names. */
type Party = { word: number; member: Member | undefined } | undefined

/** What the trees tell of a quotation whoever the candidate is: the verb it hangs on, and who may be speaking. */
export type Ruling = {
  verb: number | undefined
  /** The subject of that verb, or whom "according to" names. */
  sayer: Party
  /** The subject of the nearest verb of saying in a sentence before, and how many sentences that is away. */
  reporter: Party
  reporterAway: number
  /** The subject of the sentence before. */
  subjectBefore: Party
}

/** Reads the trees around the quotation at the word `at`. */
export function readRuling(scene: Scene, at: number): Ruling {
  const sentence = scene.words[at]?.sentence ?? 0
  const tree = scene.tree(sentence)
  const verb = rulingVerb(tree, at)
  const named = accordingTo(tree, scene.words, at)
  const sayer = named ?? (verb === undefined ? undefined : subjectOf(tree, scene.words, verb))
  return {
    verb,
    sayer: partyAt(scene, sayer),
    ...reportedBefore(scene, sentence),
    subjectBefore: partyAt(scene, mainSubject(scene, sentence - 1)),
  }
}

/** So many mentions may have a word in common. */
const OVERLAPPING = 5

function partyAt({ mentions, cast }: Scene, word: number | undefined): Party {
  if (word === undefined) return undefined
  const first = mentionIndex(mentions, word)
  const named = mentions
    .slice(first, first + OVERLAPPING)
    .find((one) => one.from <= word && word <= one.to && cast.of.has(one))
  return { word, member: named && cast.of.get(named) }
}

type Reported = Pick<Ruling, 'reporter' | 'reporterAway'>

/** Who said something in the sentences before: "Pine says people should rest." counts as much as a quotation. */
function reportedBefore(scene: Scene, sentence: number): Reported {
  for (let away = 1; away <= SENTENCES_BEFORE && sentence - away >= 0; away++) {
    const reporter = reporterIn(scene, sentence - away)
    if (reporter !== undefined) return { reporter: partyAt(scene, reporter), reporterAway: away }
  }
  return { reporter: undefined, reporterAway: 0 }
}

function reporterIn(scene: Scene, sentence: number): number | undefined {
  const tree = scene.tree(sentence)
  for (let i = tree.to - 1; i >= tree.from; i--) {
    if (cueOf(scene.words[i]?.lower ?? '')?.kind !== 'say' || !tree.classOf(i).startsWith('VERB')) continue
    const subject = subjectOf(tree, scene.words, i)
    if (subject !== undefined) return subject
  }
  return undefined
}

function mainSubject(scene: Scene, sentence: number): number | undefined {
  if (sentence < 0) return undefined
  const tree = scene.tree(sentence)
  for (let i = tree.from; i < tree.to; i++)
    if (tree.headOf(i) < 0) return tree.childrenOf(i).find((child) => /^nsubj/.test(tree.relationOf(child)))
  return undefined
}

/** How a candidate stands in its sentence's tree, and to the quotation in it. */
export function treeFeatures({ scene, at, mention, ruling }: Pairing): Features {
  const { words } = scene
  const [here, there] = [words[at]?.sentence ?? 0, words[mention.head]?.sentence ?? 0]
  const isNear = there >= here - SENTENCES_BEFORE && there <= here + SENTENCES_AFTER
  if (!isNear) return { ...ABSENT, ...quotationFeatures(scene, at, ruling) }
  const tree = scene.tree(there)
  const top = topOf(tree, mention)
  const head = tree.headOf(top)
  const path = here === there ? pathBetween(tree, top, at) : undefined
  return {
    treeSayer: matchOf(scene, mention, ruling.sayer),
    treeReporter: matchOf(scene, mention, ruling.reporter),
    treeSubjectBefore: matchOf(scene, mention, ruling.subjectBefore),
    treeRole: RELATION_CODES.get(tree.relationOf(top)) ?? 0,
    treeGovernor: head < 0 ? 7 : governorKind(scene, head),
    treeDepth: depthOf(tree, top),
    treeUp: path?.up ?? 20,
    treeDown: path?.down ?? 20,
    treeSpeaks: head >= 0 && tree.childrenOf(head).some((child) => tree.relationOf(child) === 'ccomp') ? 1 : 0,
    ...quotationFeatures(scene, at, ruling),
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

function quotationFeatures(scene: Scene, at: number, { verb, sayer, reporter, reporterAway }: Ruling): Features {
  const tree = scene.tree(scene.words[at]?.sentence ?? 0)
  return {
    treeQuoteRelation: RELATION_CODES.get(tree.relationOf(at)) ?? 0,
    treeQuoteVerb: verb === undefined ? 0 : governorKind(scene, verb),
    treeHasSayer: sayer === undefined ? 0 : 1,
    treeReporterAway: reporter === undefined ? 9 : reporterAway,
  }
}

function governorKind({ words }: Scene, word: number): number {
  const cue = cueOf(words[word]?.lower ?? '')
  return cue ? CUE_KINDS[cue.kind] : 6
}

/** Is the mention the party's? 3 it is, 2 it names the same one, 1 another is, 0 there is no party. */
function matchOf({ cast }: Scene, mention: Mention, party: Party): number {
  if (!party) return 0
  if (mention.from <= party.word && party.word <= mention.to) return 3
  return party.member !== undefined && party.member === cast.of.get(mention) ? 2 : 1
}
