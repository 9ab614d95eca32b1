import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { z } from 'zod'
import { Facts } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import type { Stated } from '../model/extracted-story.ts'

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
  return { stated: statedIn(data, file), body: String(document) }
}

/** A field's name as people write it: `embargoUntil`, `embargo_until`, `Embargo-Until`. */
const plainName = (name: string) => name.toLowerCase().replace(/[-_ ]/gu, '')
const NAMES = new Map(Facts.keyof().options.map((name) => [plainName(name), name]))

const LOST = 'is no field that is read (embargoUntil is), and an embargo must not be lost'

/** What is stated, by the names of facts. Refuses what is stated twice, and an embargo under a name nobody knows. */
function statedIn(fields: Record<string, unknown>, file: string): Stated {
  const stated = new Map<string, unknown>()
  for (const [field, value] of Object.entries(fields)) {
    if (NOT_STATED.has(String(value))) continue
    const known = NAMES.get(plainName(field))
    const name = known ?? field
    if (stated.has(name)) throw new Refusal(file, field, `states ${name} a second time`)
    if (!known && /^embargo/iu.test(field)) throw new Refusal(file, field, LOST)
    stated.set(name, value)
  }
  return Object.fromEntries(stated)
}

const firstLineOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
