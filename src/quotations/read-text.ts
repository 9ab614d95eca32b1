import type { Reader } from '../archive/archive.ts'
import { findPassages } from '../archive/passages.ts'
import { findQuotations } from './find-quotations.ts'

/** Raised by one whenever the same text would be read otherwise: stories read by an older edition are read again. */
export const EDITION = 3

/** Reads a text with its markup: its passages and its quotations. */
export const readText: Reader = (text, blocks) => ({
  edition: EDITION,
  passages: findPassages(text, blocks),
  quotations: findQuotations(text, blocks),
})
