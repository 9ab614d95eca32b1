// Reads news articles as lines of words, without their labels.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { tokenize } from '../src/quotations/language/tokens.ts'
import { readLabelled } from './corpus.ts'

const STOP = /^[.?!]$/
const MARK = /^["“”'‘’`]$/

/** The sentences of news articles, roughly cut, every digit a nought; no labels are read. */
export function newsLines(folder: string): string[][] {
  const labelled = readLabelled(join(folder, 'quotes'), 'train').map(({ text }) => text)
  const archive = gunzipSync(readFileSync(join(folder, 'news/articles.jsonl.gz'))).toString('utf8')
  const published = archive
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).body)
  return [...labelled, ...published].flatMap((text) => text.split(/\n+/).flatMap(linesOf))
}

function linesOf(paragraph: string): string[][] {
  const lines: string[][] = [[]]
  for (const { kind, text } of tokenize(paragraph)) {
    if (kind === 'mark' && MARK.test(text)) continue
    lines.at(-1)?.push(text.replaceAll('’', "'").replace(/\d/g, '0'))
    if (STOP.test(text)) lines.push([])
  }
  return lines.filter(({ length }) => length > 0)
}
