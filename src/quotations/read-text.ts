// Reads a text: finds its passages and its quotations.
import type { TextReader } from '../archive/archive.ts'
import { findPassages } from '../archive/passages.ts'
import { findQuotations } from './find-quotations.ts'
import { MIN_NAMED_CONFIDENCE } from './speakers/confidence.ts'

/** Raised by one whenever the reader would read the same text differently. */
const READER_VERSION = 9
const HUNDREDTHS = 100

/**
 * Returns the edition of a reader: its version and, in hundredths, the least confidence at which it names a speaker.
 * Stories that another edition read are read again.
 */
export function readingEdition(minConfidence: number = MIN_NAMED_CONFIDENCE): number {
  return READER_VERSION * (HUNDREDTHS + 1) + Math.round(minConfidence * HUNDREDTHS)
}

/** Returns the reader that names a speaker from `minConfidence` on, from 0 to 1. */
export function textReader(minConfidence: number = MIN_NAMED_CONFIDENCE): TextReader {
  return (text, blocks, context) => ({
    edition: readingEdition(minConfidence),
    passages: findPassages(text, blocks),
    quotations: findQuotations(text, blocks, { ...context, minConfidence }),
  })
}

/** Returns the passages and quotations of a text with its blocks, by a desk that set nothing. */
export const readText: TextReader = textReader()
