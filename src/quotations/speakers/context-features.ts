// Describes the position of a quotation in its sentence and paragraph.
import { cueOf } from '../language/cues.ts'
import type { Tag } from '../language/tags.ts'
import type { Features } from '../models/features.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { codeOf } from '../scene/tag-codes.ts'

const FIRST_PERSON_SINGULAR = /(?<![\p{L}])(?:I|I['’]m|I['’]ve|I['’]ll|me|my)(?![\p{L}])/u
const FIRST_PERSON_PLURAL = /(?<![\p{L}])(?:we|us|our)(?![\p{L}])/iu
/** How many characters of a quotation are read for its features. */
const SCANNED_CHARS = 400
const CUE_KIND_CODES = { say: 1, label: 2, stance: 3, think: 4, show: 5, none: 6 }

/** Returns the features of the quotation at the word index `at` that are the same for every candidate. */
export function contextFeatures(annotated: AnnotatedText, at: number, history: PriorAttribution[]): Features {
  const { words, tags, sentences, paragraphs } = annotated
  const word = words[at]
  const inner = word?.text ?? ''
  const [from = 0, to = 0] = [sentences[word?.sentence ?? 0], sentences[(word?.sentence ?? 0) + 1]]
  const [first = 0, end = 0] = [paragraphs[word?.paragraph ?? 0], paragraphs[(word?.paragraph ?? 0) + 1]]
  const last = history.at(-1)
  return {
    sentenceBefore: at - from,
    sentenceAfter: to - at - 1,
    paragraphBefore: at - first,
    paragraphAfter: end - at - 1,
    beforeTag: at > from ? codeOf(tags[at - 1]) : 0,
    afterTag: at + 1 < to ? codeOf(tags[at + 1]) : 0,
    afterTag2: at + 2 < to ? codeOf(tags[at + 2]) : 0,
    beforeTag2: at - 1 > from ? codeOf(tags[at - 2]) : 0,
    startsSmall: /^\p{Ll}/u.test(inner) ? 1 : 0,
    endsWith: endMark(inner),
    wordCount: Math.min(60, inner.slice(0, SCANNED_CHARS).split(/\s+/).length),
    firstPerson: FIRST_PERSON_SINGULAR.test(inner.slice(0, SCANNED_CHARS))
      ? 1
      : FIRST_PERSON_PLURAL.test(inner.slice(0, SCANNED_CHARS))
        ? 2
        : 0,
    alone:
      end - first < 100 && tags.slice(first, end).every((tag) => tag === 'quotation' || tag === 'stop')
        ? 1
        : 0,
    ...nearestCues(annotated, at, { from, to }),
    previousAway: last ? Math.min(300, at - last.at) : 999,
    previousSentences: last ? (word?.sentence ?? 0) - (words[last.at]?.sentence ?? 0) : 99,
    previousParagraphs: last ? (word?.paragraph ?? 0) - (words[last.at]?.paragraph ?? 0) : 99,
    previousRunsOn: last?.runsOn ? 1 : 0,
    runsOn: word?.run?.runsOn ? 1 : 0,
    afterColon: tags[at - 1] === 'colon' && words[at - 1]?.paragraph !== word?.paragraph ? 1 : 0,
  }
}

function endMark(inner: string): number {
  const mark = inner.trimEnd().at(-1) ?? ''
  return ',.?!—-'.indexOf(mark) + 1
}

/** Returns distance and kind of the nearest cues before and after a quotation in its sentence. */
function nearestCues(
  { words, tags }: AnnotatedText,
  at: number,
  sentence: { from: number; to: number },
): Features {
  const before = nearest(tags, at, { step: -1, end: Math.max(sentence.from - 1, at - 40) })
  const after = nearest(tags, at, { step: 1, end: Math.min(sentence.to, at + 40) })
  const kindOf = (i: number | undefined) =>
    i === undefined ? 0 : CUE_KIND_CODES[cueOf(words[i]?.lower ?? '')?.kind ?? 'none']
  return {
    cueBefore: before === undefined ? 99 : at - before,
    cueBeforeKind: kindOf(before),
    cueAfter: after === undefined ? 99 : after - at,
    cueAfterKind: kindOf(after),
  }
}

type Search = { step: 1 | -1; end: number }

function nearest(tags: Tag[], at: number, { step, end }: Search): number | undefined {
  for (let i = at + step; i !== end && i >= 0 && i < tags.length; i += step)
    if (tags[i] === 'cue' || tags[i] === 'ing') return i
  return undefined
}
