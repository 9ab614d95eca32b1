import { findParagraphs } from '../../src/quotations/paragraphs.ts'
import { findRuns } from '../../src/quotations/runs.ts'
import { readScene } from '../../src/quotations/scene.ts'

/** The scene of a text, all its outermost runs standing as words. */
export function sceneOf(text: string) {
  return readScene(
    text,
    findParagraphs(text),
    findRuns(text).filter(({ depth }) => depth === 0),
  )
}
