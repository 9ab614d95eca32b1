import { findParagraphs } from '../../../src/quotations/marks/paragraphs.ts'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { readScene } from '../../../src/quotations/speakers/scene.ts'

/** The scene of a text, all its outermost runs standing as words. */
export function sceneOf(text: string) {
  return readScene(
    text,
    findParagraphs(text),
    findRuns(text).filter(({ depth }) => depth === 0),
  )
}
