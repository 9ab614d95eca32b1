// Splits YAML front matter from a document and reads the facts in it.
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { z } from 'zod'
import { Facts } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import type { UncheckedFacts } from '../model/extracted-story.ts'

const OPENING_FENCE = /^(?:---|\+\+\+)[ \t]*(?:[\r\n]|$)/u
const EMPTY_VALUES = new Set(['', '~', 'null'])
const Fields = z.record(z.string(), z.unknown(), 'is no list of `field: value` lines')

/**
 * Returns the facts in the YAML front matter of a document, and its body. All values stay strings: `007` does
 * not become a number, nor `2026-02-04` a Date. Throws a Refusal for front matter that cannot be read,
 * because its embargo and status would be lost.
 */
export function splitFrontMatter(source: string, file: string): { stated: UncheckedFacts; body: string } {
  const document = new VFile(source.replace(/^\s+/u, ''))
  const opened = OPENING_FENCE.test(String(document))
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
  return { stated: factsIn(data, file), body: String(document) }
}

/**
 * Returns the name of a field without case, hyphens, underscores and spaces: `embargoUntil`, `embargo_until`
 * and `Embargo-Until` are one name.
 */
const normalizedName = (name: string) => name.toLowerCase().replace(/[-_ ]/gu, '')
const FACT_NAMES = new Map(Facts.keyof().options.map((name) => [normalizedName(name), name]))

const UNKNOWN_EMBARGO_FIELD = 'is no field that is read (embargoUntil is), and an embargo must not be lost'

/**
 * Returns the stated values by the names of facts. Throws a Refusal for a fact that is stated twice, and for
 * an embargo under an unknown field name.
 */
function factsIn(fields: Record<string, unknown>, file: string): UncheckedFacts {
  const stated = new Map<string, unknown>()
  for (const [field, value] of Object.entries(fields)) {
    if (EMPTY_VALUES.has(String(value))) continue
    const known = FACT_NAMES.get(normalizedName(field))
    const name = known ?? field
    if (stated.has(name)) throw new Refusal(file, field, `states ${name} a second time`)
    if (!known && /^embargo/iu.test(field)) throw new Refusal(file, field, UNKNOWN_EMBARGO_FIELD)
    stated.set(name, value)
  }
  return Object.fromEntries(stated)
}

const firstLineOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
