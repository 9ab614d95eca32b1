import { codeOf } from './codes.ts'
import type { Features, Told } from './features.ts'
import type { Scene } from './scene.ts'

const FIRST_PERSON = /(?<![\p{L}])(?:I|I['’]m|I['’]ve|I['’]ll|me|my)(?![\p{L}])/u
const FIRST_PLURAL = /(?<![\p{L}])(?:we|us|our)(?![\p{L}])/iu
const LOOK = 400

/** How a quotation stands in its sentence and paragraph, whoever the candidate is. */
export function contextFeatures(scene: Scene, at: number, told: Told[]): Features {
  const { words, tags, sentences, paragraphs } = scene
  const word = words[at]
  const inner = word?.text ?? ''
  const [from = 0, to = 0] = [sentences[word?.sentence ?? 0], sentences[(word?.sentence ?? 0) + 1]]
  const [first = 0, end = 0] = [paragraphs[word?.paragraph ?? 0], paragraphs[(word?.paragraph ?? 0) + 1]]
  const last = told.at(-1)
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
    wordCount: Math.min(60, inner.slice(0, LOOK).split(/\s+/).length),
    firstPerson: FIRST_PERSON.test(inner.slice(0, LOOK))
      ? 1
      : FIRST_PLURAL.test(inner.slice(0, LOOK))
        ? 2
        : 0,
    alone:
      end - first < 100 && tags.slice(first, end).every((tag) => tag === 'quotation' || tag === 'stop')
        ? 1
        : 0,
    previousAway: last ? Math.min(300, at - last.at) : 999,
    previousSentences: last ? (word?.sentence ?? 0) - (words[last.at]?.sentence ?? 0) : 99,
    previousParagraphs: last ? (word?.paragraph ?? 0) - (words[last.at]?.paragraph ?? 0) : 99,
    previousRunsOn: last?.runsOn ? 1 : 0,
  }
}

function endMark(inner: string): number {
  const mark = inner.trimEnd().at(-1) ?? ''
  return ',.?!—-'.indexOf(mark) + 1
}
