// Reads a text: finds its passages and its quotations.
import type { TextReader } from '../archive/archive.ts'
import { findPassages } from '../archive/passages.ts'
import { findQuotations } from './find-quotations.ts'

/**
 * The edition of the reader, raised by one whenever it would read the same text differently: stories that an older
 * edition read are read again.
 */
export const READING_EDITION = 4

/** Returns the passages and quotations of a text with its blocks, and the edition that read them. */
export const readText: TextReader = (text, blocks) => ({
  edition: READING_EDITION,
  passages: findPassages(text, blocks),
  quotations: findQuotations(text, blocks),
})
