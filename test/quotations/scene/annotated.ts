// Annotates texts for the tests of attribution.
import { findParagraphs } from '../../../src/quotations/marks/paragraphs.ts'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { annotateText } from '../../../src/quotations/scene/annotate.ts'

/** Returns a text annotated for attribution, in which each outermost run is one word. */
export function annotate(text: string) {
  return annotateText(
    text,
    findParagraphs(text),
    findRuns(text).filter(({ depth }) => depth === 0),
  )
}
