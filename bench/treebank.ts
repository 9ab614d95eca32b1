// Reads the documents of a treebank in CoNLL-U.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Span } from '../src/archive/article.ts'
import { hashOf } from '../src/quotations/syntax/lexemes.ts'

/** Where the treebank lies unless an argument says otherwise: documents in CoNLL-U. */
export const TREEBANK = join(import.meta.dirname, '../../shared/bench/gum/dep')

/** A token as the treebank cuts it; `head` counts from 0, -1 is the root; offsets are in its document's text. */
export type BankToken = Span & {
  form: string
  upos: string
  xpos: string
  head: number
  relation: string
  /** The entities that begin or end at it, as the last column writes them. */
  entity: string
}

export type BankSentence = Span & { tokens: BankToken[]; opensParagraph: boolean }

/** A document of the treebank: its text put together again, and its sentences. */
export type BankDocument = { name: string; text: string; sentences: BankSentence[] }

/** The documents of a folder; a tenth of them, told by the hash of the name, is held back to measure on. */
export function readTreebank(folder: string): { train: BankDocument[]; held: BankDocument[] } {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .toSorted()
  const documents = files.map((file) => readDocument(join(folder, file)))
  const isHeld = ({ name }: BankDocument) => (hashOf(name) >>> 0) % 10 === 0
  return { train: documents.filter((one) => !isHeld(one)), held: documents.filter(isHeld) }
}

function readDocument(file: string): BankDocument {
  const sentences: BankSentence[] = []
  let text = ''
  for (const block of readFileSync(file, 'utf8').split(/\n\n+/)) {
    const lines = block.split('\n')
    const opensParagraph = lines.some((line) => line.startsWith('# newpar'))
    const said = lines.find((line) => line.startsWith('# text = '))?.slice(9)
    if (said === undefined) continue
    text += text === '' ? '' : opensParagraph ? '\n\n' : ' '
    const start = text.length
    text += said
    sentences.push({ start, end: text.length, opensParagraph, tokens: readTokens(lines, said, start) })
  }
  return { name: basename(file, '.conllu'), text, sentences }
}

/** The tokens of a sentence with their places: parts of one word ("do" + "n't") share what cannot be told apart. */
function readTokens(lines: string[], said: string, start: number): BankToken[] {
  const tokens: BankToken[] = []
  let at = 0
  for (const line of lines) {
    const [id = '', form = '', , upos = '', xpos = '', , head = '', relation = '', , misc = ''] =
      line.split('\t')
    if (!/^\d+$/.test(id)) continue
    const found = said.indexOf(form, at)
    const from = found >= 0 && found - at < 3 ? found : at
    const to = Math.min(said.length, from + form.length)
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? ''
    tokens.push({
      start: start + from,
      end: start + to,
      form,
      upos,
      xpos,
      head: Number(head) - 1,
      relation,
      entity,
    })
    at = to
  }
  return tokens
}
