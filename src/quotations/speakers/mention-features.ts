// Describes a candidate mention: its kind, its neighbours and the entity it names.
import { nounKind } from '../language/noun-kinds.ts'
import type { Features } from '../models/features.ts'
import type { Gender } from '../people/genders.ts'
import { codeOf } from '../scene/tag-codes.ts'
import type { CandidatePair } from './candidate-pair.ts'

const PRONOUN_CODES = new Map(
  ['who', 'he', 'she', 'they', 'we', 'i', 'you', 'it', 'this', 'that'].map((word, i) => [word, i + 1]),
)
const MENTION_KIND_CODES = { name: 1, pronoun: 2, nominal: 3 }
const ENTITY_KIND_CODES = { person: 1, unknown: 2, body: 3, place: 4 }

/** Returns the features of a candidate: kind, neighbouring tags, and how often its entity was named and spoke. */
export function mentionFeatures({ annotated, at, mention, history }: CandidatePair): Features {
  const { words, tags, entities, sentences } = annotated
  const entity = entities.byMention.get(mention)
  const sentence = words[mention.head]?.sentence ?? 0
  const [from = 0, to = 0] = [sentences[sentence], sentences[sentence + 1]]
  const inside = (i: number) => (i >= from && i < to ? codeOf(tags[i]) : 0)
  const quoted = words[at]?.text ?? ''
  return {
    kind: MENTION_KIND_CODES[mention.kind],
    pronoun: mention.kind === 'pronoun' ? (PRONOUN_CODES.get(words[mention.head]?.lower ?? '') ?? 11) : 0,
    noun: mention.kind === 'nominal' ? nounKind(words[mention.head]?.lower ?? '') : 0,
    member: entity ? ENTITY_KIND_CODES[entity.kind] : 0,
    named: Math.min(30, entity?.heads.length ?? 0),
    words: mention.to - mention.from + 1,
    owns: mention.owns ? 1 : 0,
    prev: inside(mention.from - 1),
    prev2: inside(mention.from - 2),
    next: inside(mention.to + 1),
    next2: inside(mention.to + 2),
    next3: inside(mention.to + 3),
    fromSentenceStart: mention.from - from,
    toSentenceEnd: to - mention.to,
    leadsToColon: tags[to - 1] === 'colon' ? 1 : 0,
    selfNamed: entity && quoted.includes(entity.name.split(' ').at(-1) ?? '\n') ? 1 : 0,
    agreesPrevious: agreement(
      words[mention.head]?.lower ?? '',
      entities.all[history.at(-1)?.entity ?? -1]?.gender,
    ),
    isPrevious: history.at(-1)?.mention === mention ? 1 : 0,
    samePrevious: entity && history.at(-1)?.entity === entity.id ? 1 : 0,
    spoke: entity ? history.filter((one) => one.entity === entity.id).length : 0,
    spokeShare: entity
      ? history.filter((one) => one.entity === entity.id).length / Math.max(1, history.length)
      : 0,
  }
}

/** Returns whether "he" or "she" agrees with the previous speaker: 1 yes, -1 no, 0 unknown. */
function agreement(lower: string, gender: Gender | undefined): number {
  const sex = gender ? Math.sign(gender.male - gender.female) : 0
  if (lower === 'he' || lower === 'his') return sex
  return lower === 'she' || lower === 'her' ? -sex : 0
}
