import { nounKind } from '../language/noun-kinds.ts'
import type { Gender } from '../people/genders.ts'
import type { Features, Pairing } from './features.ts'
import { codeOf } from './tag-codes.ts'

const PRONOUN_CODES = new Map(
  ['who', 'he', 'she', 'they', 'we', 'i', 'you', 'it', 'this', 'that'].map((word, i) => [word, i + 1]),
)
const KINDS = { name: 1, pronoun: 2, nominal: 3 }
const MEMBER_KINDS = { person: 1, unknown: 2, body: 3, place: 4 }

/** What kind of mention a candidate is, how it stands, and what the article knows of whom it names. */
export function mentionFeatures({ scene, at, mention, told }: Pairing): Features {
  const { words, tags, cast, sentences } = scene
  const member = cast.of.get(mention)
  const sentence = words[mention.head]?.sentence ?? 0
  const [from = 0, to = 0] = [sentences[sentence], sentences[sentence + 1]]
  const inside = (i: number) => (i >= from && i < to ? codeOf(tags[i]) : 0)
  const quoted = words[at]?.text ?? ''
  return {
    kind: KINDS[mention.kind],
    pronoun: mention.kind === 'pronoun' ? (PRONOUN_CODES.get(words[mention.head]?.lower ?? '') ?? 11) : 0,
    noun: mention.kind === 'nominal' ? nounKind(words[mention.head]?.lower ?? '') : 0,
    member: member ? MEMBER_KINDS[member.kind] : 0,
    named: Math.min(30, member?.heads.length ?? 0),
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
    selfNamed: member && quoted.includes(member.name.split(' ').at(-1) ?? '\n') ? 1 : 0,
    agreesPrevious: agreement(
      words[mention.head]?.lower ?? '',
      cast.members[told.at(-1)?.member ?? -1]?.gender,
    ),
    isPrevious: told.at(-1)?.mention === mention ? 1 : 0,
    samePrevious: member && told.at(-1)?.member === member.id ? 1 : 0,
    spoke: member ? told.filter((one) => one.member === member.id).length : 0,
    spokeShare: member ? told.filter((one) => one.member === member.id).length / Math.max(1, told.length) : 0,
  }
}

/** Can this "he" or "she" be the one who spoke before? 1 yes, -1 no, 0 nobody knows. */
function agreement(lower: string, gender: Gender | undefined): number {
  const sex = gender ? Math.sign(gender.male - gender.female) : 0
  if (lower === 'he' || lower === 'his') return sex
  return lower === 'she' || lower === 'her' ? -sex : 0
}
