// The terms of stop words.
import { stopWords } from '../../search/text/stop-words.ts'
import { termOf } from '../../search/text/tokenize.ts'

export const stopTerms: ReadonlySet<string> = new Set([...stopWords].map(termOf))
