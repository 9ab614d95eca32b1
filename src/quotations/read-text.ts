import type { Reader } from '../archive/archive.ts'
import { findPassages } from '../archive/passages.ts'
import { findQuotations } from './find-quotations.ts'
import { SURE_ENOUGH } from './speakers/confidence.ts'

/** Raised by one whenever the same text would be read otherwise. */
const EDITION = 4
const HUNDREDTHS = 100

/** A reader of texts, and its edition: stories read by another edition are read again. */
export type TextReader = { edition: number; read: Reader }

/**
 * Makes the reader of a text with its markup: its passages and its quotations. No speaker is named under the
 * confidence `sureEnough`, from 0 to 1 in hundredths, which is a part of the edition.
 */
export function textReader(sureEnough: number = SURE_ENOUGH): TextReader {
  const edition = EDITION * (HUNDREDTHS + 1) + Math.round(sureEnough * HUNDREDTHS)
  return {
    edition,
    read: (text, blocks) => ({
      edition,
      passages: findPassages(text, blocks),
      quotations: findQuotations(text, blocks, sureEnough),
    }),
  }
}

/** Reads a text as a newsroom does that has set nothing. */
export const readText: Reader = textReader().read
