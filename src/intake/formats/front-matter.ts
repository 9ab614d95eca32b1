// Splits front matter in YAML, TOML or JSON from a document and reads the facts in it.
import { parse as parseToml, TomlDate } from 'smol-toml'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { z } from 'zod'
import { Facts } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import type { UncheckedFacts } from '../model/extracted-story.ts'
import { isPastEverywhere, parseTimestamp } from '../model/timestamp.ts'

const YAML_FENCE = /^---[ \t]*(?:[\r\n]|$)/u
const TOML = /^\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$)/mu
const JSON_OBJECT = /^\{[ \t]*\r?\n[\s\S]*?^\}[ \t]*(?:\r?\n|$)/mu
const EMPTY_VALUES = new Set(['', '~', 'null'])
const Fields = z.record(z.string(), z.unknown(), 'is no list of `field: value` lines')
type Fields = z.infer<typeof Fields>

/**
 * Returns the facts in the front matter of a document, and its body. All values are strings: `007` does not
 * become a number, nor `2026-02-04` a Date. A story that is a draft, not published or not yet published is
 * held back. Throws a Refusal for front matter that cannot be read, because its embargo and status would be
 * lost.
 */
export function splitFrontMatter(source: string, file: string): { stated: UncheckedFacts; body: string } {
  const document = source.replace(/^[\s\ufeff]+/u, '')
  const { fields, body } = splitFields(document, file)
  return { stated: factsIn({ ...nestedFields(fields), ...fields }, file), body }
}

function splitFields(document: string, file: string): { fields: Fields; body: string } {
  if (document.startsWith('+++')) return splitToml(document, file)
  const json = JSON_OBJECT.exec(document)?.[0]
  if (json)
    return {
      fields: checked(
        parsed(() => JSON.parse(json), file),
        file,
      ),
      body: document.slice(json.length),
    }
  return splitYaml(document, file)
}

function splitToml(document: string, file: string): { fields: Fields; body: string } {
  const [whole, toml] = TOML.exec(document) ?? []
  if (whole === undefined || toml === undefined)
    throw new Refusal(file, 'front matter', 'is not closed by a line of `+++`')
  return {
    fields: checked(
      parsed(() => parseToml(toml), file),
      file,
    ),
    body: document.slice(whole.length),
  }
}

function splitYaml(source: string, file: string): { fields: Fields; body: string } {
  const document = new VFile(source)
  parsed(() => matter(document, { strip: true, yaml: { schema: 'failsafe', logLevel: 'error' } }), file)
  if (YAML_FENCE.test(source) && String(document).length === source.length)
    throw new Refusal(file, 'front matter', 'is not closed by a line of `---`')
  return { fields: checked(document.data.matter, file), body: String(document) }
}

function parsed<Value>(parse: () => Value, file: string): Value {
  try {
    return parse()
  } catch (error) {
    throw new Refusal(file, 'front matter', firstLineOf(error), { cause: error })
  }
}

function checked(fields: unknown, file: string): Fields {
  const { success, data, error } = Fields.safeParse(fields)
  if (!success) throw new Refusal(file, 'front matter', error.issues[0]?.message ?? '', { cause: error })
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, textValue(value)]))
}

/** Returns a value with its numbers, dates and flags as text. */
function textValue(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(textValue)
  return ['number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : value
}

/** The tables in which site generators set the fields that they do not know themselves. */
const NESTING_FIELDS = ['params', 'extra', 'taxonomies', 'metadata']

const nestedFields = (fields: Fields): Fields =>
  Object.assign({}, ...NESTING_FIELDS.map((name) => Fields.safeParse(fields[name]).data ?? {}))

/**
 * Returns the name of a field without case, hyphens, underscores and spaces: `embargoUntil`, `embargo_until`
 * and `Embargo-Until` are one name.
 */
const normalizedName = (name: string) => name.toLowerCase().replace(/[-_ ]/gu, '')
const FACT_NAMES = new Map(Facts.keyof().options.map((name) => [normalizedName(name), name]))

/** The fields of site generators by the facts that they state, the strongest first. */
const OTHER_NAMES: [keyof UncheckedFacts, string[]][] = [
  ['headline', ['title']],
  ['authors', ['author', 'byline', 'by', 'writer', 'writers', 'reporter']],
  ['publishedAt', ['publishdate', 'pubdate', 'datepublished', 'published', 'date', 'createdat', 'created']],
  [
    'updatedAt',
    [
      'lastmod',
      'lastmodified',
      'lastmodifiedat',
      'lastupdated',
      'modified',
      'datemodified',
      'updated',
      'updateddate',
    ],
  ],
  ['url', ['canonical', 'canonicalurl', 'permalink', 'link']],
  ['outlet', ['publication', 'publisher', 'sitename']],
  ['section', ['category', 'categories']],
  ['expiresAt', ['expirydate', 'expires', 'unpublishdate', 'unpublishat']],
  ['language', ['lang', 'locale']],
]

const UNKNOWN_EMBARGO_FIELD = 'is no field that is read (embargoUntil is), and an embargo must not be lost'

/**
 * Returns the stated values by the names of facts. Throws a Refusal for a fact that is stated twice, and for
 * an embargo under an unknown field name.
 */
function factsIn(fields: Fields, file: string): UncheckedFacts {
  const stated: UncheckedFacts = {}
  const others = new Map<string, unknown>()
  for (const [field, value] of Object.entries(fields)) {
    if (EMPTY_VALUES.has(String(value))) continue
    const known = FACT_NAMES.get(normalizedName(field))
    if (known && known in stated) throw new Refusal(file, field, `states ${known} a second time`)
    if (!known && /^embargo/iu.test(field)) throw new Refusal(file, field, UNKNOWN_EMBARGO_FIELD)
    if (known && known !== 'headlineFrom') stated[known] = value
    else others.set(normalizedName(field), value)
  }
  for (const [fact, names] of OTHER_NAMES)
    stated[fact] ??= names
      .map((name) => others.get(name))
      .find((value) => value !== undefined && !isFlag(value))
  return withheldFacts(tidyValues(stated), others)
}

const isFlag = (value: unknown) => /^(?:true|false|yes|no|on|off)$/iu.test(String(value))
const isYes = (value: unknown) => /^(?:true|yes|on|1)$/iu.test(String(value))
const isNo = (value: unknown) => /^(?:false|no|off|0)$/iu.test(String(value))

/** Returns the facts with names out of objects, the first of several sections, and no address without a site. */
function tidyValues(stated: UncheckedFacts): UncheckedFacts {
  const { authors, section, outlet, url, ...rest } = stated
  return {
    ...rest,
    ...(authors !== undefined && { authors: Array.isArray(authors) ? authors.map(nameIn) : nameIn(authors) }),
    section: Array.isArray(section) ? section[0] : section,
    outlet: nameIn(outlet),
    ...(/^(?:\/|[^:]*$)/u.test(String(url)) ? {} : { url }),
  }
}

const Person = z.looseObject({ name: z.string() })
const nameIn = (value: unknown) => Person.safeParse(value).data?.name ?? value

/** Returns the facts, held back where a field says that the story is not published, or not yet. */
function withheldFacts(stated: UncheckedFacts, others: Map<string, unknown>): UncheckedFacts {
  const hidden = ['draft', 'private', 'hidden', 'unlisted'].some((name) => isYes(others.get(name)))
  const status =
    hidden || isNo(others.get('published')) || isNo(others.get('publish')) ? 'hold' : stated.status
  const release = [others.get('publishdate'), stated.publishedAt].find((date) => typeof date === 'string')
  const isToCome = typeof release === 'string' && parseTimestamp(release) && !isPastEverywhere(release)
  if (!isToCome || stated.embargoUntil !== undefined) return { ...stated, status }
  const { moment, latest = moment } = parseTimestamp(release) ?? { moment: release }
  return { ...stated, status, embargoUntil: latest }
}

const firstLineOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
