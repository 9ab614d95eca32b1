/** Names the columns of a segment and the numbers they are made of; a segment's file is these, one after the other. */

/** Raised whenever columns, terms or what they mean change: files of another format are built anew. */
export const FORMAT = 3

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const
type Arrays = { u8: Uint8Array; u16: Uint16Array; u32: Uint32Array; i32: Int32Array; f64: Float64Array }
type ArrayName = keyof Arrays
export type Column = Arrays[ArrayName]

/** For each term, the list of the items that have it, ascending: see lists.ts. */
const LISTS = { starts: 'u32', packed: 'u32', bigAt: 'u32', bigCounts: 'u32' } as const

/** Terms are rows of `terms`, sorted; stories, passages, quotations and voices are rows of their groups. */
const LAYOUT = {
  terms: { chars: 'u16', starts: 'u32' },
  /** Passages by the terms of their own words, quotations likewise, stories by the terms of their context. */
  words: LISTS,
  said: LISTS,
  context: LISTS,
  /** Voices by the terms that they are called by. */
  voicesBy: LISTS,
  /** Where the terms around a quotation are not those of its passage and the one before, less its own: by how much. */
  nearFixes: { starts: 'u32', quotations: 'u32', amounts: 'i32' },
  /** For each term, how many pieces have it where the lists do not say so themselves. */
  counts: {
    nearPassages: 'u32',
    contextPassages: 'u32',
    anyPassages: 'u32',
    nearQuotations: 'u32',
    contextQuotations: 'u32',
    saidBy: 'u32',
  },
  /** A story's passages and quotations begin at these rows, and end where the next one's begin; one row more than stories. */
  stories: { passages: 'u32', quotations: 'u32', contextLength: 'u32', version: 'u32', published: 'f64' },
  passages: {
    story: 'u32',
    start: 'u32',
    end: 'u32',
    ordinal: 'u32',
    print: 'u32',
    /** Distinct terms of its words, and of its neighbours' where it is short (else 0). */
    length: 'u32',
    nearLength: 'u32',
    isShort: 'u8',
    /** Its quotations begin here, in the rows of `quotations`; one row more than there are passages. */
    quotations: 'u32',
  },
  quotations: {
    story: 'u32',
    passage: 'u32',
    start: 'u32',
    end: 'u32',
    ordinal: 'u32',
    print: 'u32',
    voice: 'u32',
    length: 'u32',
    nearLength: 'u32',
    isWithin: 'u8',
    /** The spans of quotations inside begin here, in pairs of `inner`. */
    inner: 'u32',
  },
  inner: { spans: 'u32' },
  /** A voice is one way in which a story calls somebody who speaks; `rows` has four beginnings for each in `terms`. */
  voices: { story: 'u32', rows: 'u32', terms: 'u32', isNamed: 'u8', quotations: 'u32' },
  /** The id of each story, and its facts as JSON: bytes of UTF-8, and where those of each story begin. */
  ids: { bytes: 'u8', starts: 'u32' },
  facts: { bytes: 'u8', starts: 'u32' },
} as const

type Layout = typeof LAYOUT

/** All columns of a segment. */
export type Columns = {
  readonly [Group in keyof Layout]: {
    readonly [Name in keyof Layout[Group]]: Layout[Group][Name] extends ArrayName
      ? Arrays[Layout[Group][Name]]
      : never
  }
}

export type Lists = Columns['words']

/** Every column's place and kind, in the order of a file. */
export const COLUMNS = Object.entries(LAYOUT).flatMap(([group, names]) =>
  Object.entries(names).map(([name, array]) => ({ group, name, array: ARRAYS[array as ArrayName] })),
)

/** The columns that a function gives for every place. */
export function columnsBy(give: (column: (typeof COLUMNS)[number]) => Column): Columns {
  const columns: Record<string, Record<string, Column>> = {}
  for (const column of COLUMNS) {
    columns[column.group] ??= {}
    Object.assign(columns[column.group] as object, { [column.name]: give(column) })
  }
  return columns as unknown as Columns
}

/** One column, by its place. */
export const columnAt = (columns: Columns, { group, name }: { group: string; name: string }): Column =>
  (columns as unknown as Record<string, Record<string, Column>>)[group]?.[name] as Column
