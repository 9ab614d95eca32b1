import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { Stated } from './copy.ts'

const OPENED = /^(?:---|\+\+\+)[ \t]*(?:[\r\n]|$)/u
const NOT_STATED = new Set(['', '~', 'null'])
const Fields = z.record(z.string(), z.unknown(), 'is no list of `field: value` lines')

/**
 * Takes the YAML front matter off a document. Every value stays the words that stand there: `007` is no number
 * and `2026-02-04` no Date. Refuses what begins as front matter and cannot be read as such, for what it says
 * of embargo and status would be lost.
 */
export function takeFrontMatter(source: string, file: string): { stated: Stated; body: string } {
  const document = new VFile(source.replace(/^\s+/u, ''))
  const opened = OPENED.test(String(document))
  const { length } = String(document)
  try {
    matter(document, { strip: true, yaml: { schema: 'failsafe', logLevel: 'error' } })
  } catch (error) {
    throw new Refusal(file, 'front matter', firstLineOf(error), { cause: error })
  }
  if (opened && String(document).length === length)
    throw new Refusal(file, 'front matter', 'is not closed by a line of `---` (YAML is the one format read)')
  const { success, data, error } = Fields.safeParse(document.data.matter)
  if (!success) throw new Refusal(file, 'front matter', error.issues[0]?.message ?? '', { cause: error })
  return { stated: statedIn(data), body: String(document) }
}

const statedIn = (fields: Record<string, unknown>): Stated =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !NOT_STATED.has(String(value))))

const firstLineOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
