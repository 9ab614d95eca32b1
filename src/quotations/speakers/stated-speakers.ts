// Recognizes speakers whom the words right beside a quotation state: "Reed cut in: …", "…, according to Pine".
import { cueOf } from '../language/cues.ts'
import { nounKind } from '../language/noun-kinds.ts'
import type { Tag } from '../language/tags.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'

/** Particles of verbs that break in: "cut in", "shot back", "called out". */
const PARTICLE = /^(?:in|back|out|up|on|over)$/
const BREAKING_IN =
  /^(?:cut|cuts|cutting|broke|breaks|chimed|chimes|jumped|jumps|shot|shoots|fired|fires|called|calls|piped|pipes|put|puts|hit)$/
const BETWEEN_SUBJECT_AND_VERB = new Set<Tag | undefined>(['auxiliary', 'adverb'])
/** How many auxiliaries and adverbs may stand between subject and verb. */
const MAX_WORDS_BETWEEN = 3
const FROM_LINE = /^(?:and |this |also )*from (?:the (?:desk|office|pen) of )?/iu
/** The most words of a line that says from whom the next paragraph is. */
const MAX_FROM_LINE_WORDS = 20

/** Returns the mention that a quotation’s neighbouring words state to be its speaker; undefined where none do. */
export function statedSpeaker(annotated: AnnotatedText, at: number): Mention | undefined {
  return (
    tellerBefore(annotated, at) ??
    innerReporter(annotated, at) ??
    subjectBeforeColon(annotated, at) ??
    accordingTo(annotated, at) ??
    openingOwner(annotated, at) ??
    fromLine(annotated, at)
  )
}

/** "To Pine, it is “…”", "In the words of one baker, Jo Pine: “…”": words that give those of a sentence to somebody. */
const OWNER_OPENINGS = [['to'], ['for'], ['per'], ['in', 'the', 'words', 'of'], ['in', 'the', 'view', 'of']]
/** How many words may stand between such a person and the quotation. */
const MAX_OWNED_CLAUSE_WORDS = 6

/** Returns whom the opening of the quotation's sentence gives its words to, where no verb of saying follows. */
function openingOwner(annotated: AnnotatedText, at: number): Mention | undefined {
  const { words, tags, mentions, sentences } = annotated
  const start = sentences[words[at]?.sentence ?? 0] ?? 0
  const opening = OWNER_OPENINGS.find((one) => one.every((word, i) => words[start + i]?.lower === word))
  if (!opening) return undefined
  const from = start + opening.length
  const next = mentionIndex(mentions, from)
  const owner = mentions
    .slice(next, next + 3)
    .find((one) => one.from === from && !one.owns && !one.modifies && maySpeak(annotated, one))
  const end = owner && tags.indexOf('comma', owner.to + 1)
  const isOwned = end !== undefined && end < at && at - end <= MAX_OWNED_CLAUSE_WORDS + 1
  return isOwned && !tags.slice(start, at).includes('cue') ? owner : undefined
}

function maySpeak({ words, entities }: AnnotatedText, mention: Mention): boolean {
  const kind = entities.byMention.get(mention)?.kind
  return kind === undefined ? nounKind(words[mention.head]?.lower ?? '') > 0 : kind !== 'place'
}

/**
 * Returns the subject of the verb right before the colon: "Pine began, before Reed cut in: …", "Pine testified that
 * Reed had said: …".
 */
function subjectBeforeColon({ words, tags, mentions }: AnnotatedText, at: number): Mention | undefined {
  if (tags[at - 1] !== 'colon') return undefined
  const isParticle = PARTICLE.test(words[at - 2]?.lower ?? '')
  const verb = isParticle ? at - 3 : at - 2
  if (isParticle ? !BREAKING_IN.test(words[verb]?.lower ?? '') : tags[verb] !== 'cue') return undefined
  let before = verb - 1
  while (before > verb - 1 - MAX_WORDS_BETWEEN && BETWEEN_SUBJECT_AND_VERB.has(tags[before])) before--
  const next = mentionIndex(mentions, verb)
  return mentions
    .slice(Math.max(0, next - 4), next)
    .findLast(({ to, owns, modifies }) => to === before && !owns && (isParticle || !modifies))
}

const TOLD = /^(?:him|her|me|them|us|you)$/

/** Returns who tells somebody, right before the quotation: "Pine said a man told her, “…”". */
function tellerBefore({ words, tags, mentions }: AnnotatedText, at: number): Mention | undefined {
  const verb = at - 3
  const isSet = tags[at - 1] === 'comma' || tags[at - 1] === 'colon'
  if (!isSet || !TOLD.test(words[at - 2]?.lower ?? '') || tags[verb] !== 'cue') return undefined
  const isAdverb = tags[verb - 1] === 'adverb' || words[verb - 1]?.lower === 'once'
  const before = isAdverb ? verb - 2 : verb - 1
  const next = mentionIndex(mentions, verb)
  return mentions
    .slice(Math.max(0, next - 4), next)
    .findLast(({ to, owns, modifies }) => to === before && !owns && !modifies)
}

/** Returns who says it within what another says: "The Courier reported that the guard shouted, “…”". */
function innerReporter({ words, tags, mentions }: AnnotatedText, at: number): Mention | undefined {
  const verb = at - 2
  const isSet = tags[at - 1] === 'comma' || tags[at - 1] === 'colon'
  if (!isSet || tags[verb] !== 'cue' || cueOf(words[verb]?.lower ?? '')?.kind !== 'say') return undefined
  const next = mentionIndex(mentions, verb)
  return mentions
    .slice(Math.max(0, next - 4), next)
    .find(
      ({ from, to, owns, modifies }) =>
        to === verb - 1 &&
        words[from - 1]?.lower === 'that' &&
        tags[from - 2] === 'cue' &&
        !owns &&
        !modifies,
    )
}

/** Returns whom "according to" names right after the quotation. */
function accordingTo({ words, mentions }: AnnotatedText, at: number): Mention | undefined {
  const i = words[at + 1]?.lower === ',' ? at + 2 : at + 1
  // A capital opens the next sentence, which may be about other words.
  if (words[i]?.text !== 'according' || words[i + 1]?.lower !== 'to') return undefined
  const next = mentionIndex(mentions, i + 2)
  return mentions
    .slice(next, next + 4)
    .find(({ from, owns, modifies }) => from === i + 2 && !owns && !modifies)
}

/** Returns whom a line before the quotation's paragraph says it is from: "From the desk of Jo Pine, tide officer." */
function fromLine({ text, words, mentions, paragraphs }: AnnotatedText, at: number): Mention | undefined {
  const paragraph = words[at]?.paragraph ?? 0
  const [from = 0, to = 0] = [paragraphs[paragraph - 1], paragraphs[paragraph]]
  if (paragraph === 0 || to !== at || to - from > MAX_FROM_LINE_WORDS) return undefined
  const start = words[from]?.start ?? 0
  const opening = FROM_LINE.exec(text.slice(start, words[to - 1]?.end ?? start))?.[0]
  if (!opening) return undefined
  return mentions
    .slice(mentionIndex(mentions, from))
    .find((one) => one.start >= start + opening.length && !one.owns && !one.modifies && one.to < to)
}
