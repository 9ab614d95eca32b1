// Declares the lines of an export: articles, their versions, decisions on them and erasures.
import { z } from 'zod'
import { Block, Facts, Passage, Quotation } from './article.ts'
import { Decision } from './decision.ts'

const ArticleId = z.string().regex(/^[a-z0-9-]+$/)
const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)

const ArticleRecord = z.object({
  kind: z.literal('article'),
  id: ArticleId,
  /** The keys of its sources, each with the fingerprint of the story last delivered under it. */
  keys: z.array(z.object({ key: z.string().min(1), print: Fingerprint })),
})

const VersionRecord = z
  .object({
    kind: z.literal('version'),
    article: ArticleId,
    number: z.int().positive(),
    savedAt: z.iso.datetime(),
    print: Fingerprint,
    facts: Facts,
    text: z.string().min(1),
    blocks: z.array(Block),
    source: z.string().nullable(),
    edition: z.int().positive(),
    passages: z.array(Passage),
    quotations: z.array(Quotation),
  })
  .refine(({ text, passages, quotations }) => [...passages, ...quotations].every(isWithin(text)), {
    path: ['passages'],
    message: 'a passage or quotation is not within the text',
  })

const isWithin =
  (text: string) =>
  ({ start, end }: { start: number; end: number }) =>
    start < end && end <= text.length

const DecisionRecord = Decision.extend({ kind: z.literal('decision'), article: ArticleId })

const ErasureRecord = Decision.omit({ ruling: true }).extend({
  kind: z.literal('erasure'),
  article: ArticleId,
  /** The fingerprints of the keys and texts of the erased story. */
  fingerprints: z.array(Fingerprint),
})

/** A line of an export. An article's line comes first, then its versions and its decisions. */
export const ExchangeRecord = z.discriminatedUnion('kind', [
  ArticleRecord,
  VersionRecord,
  DecisionRecord,
  ErasureRecord,
])
export type ExchangeRecord = z.infer<typeof ExchangeRecord>
export type ArticleRecord = z.infer<typeof ArticleRecord>
export type VersionRecord = z.infer<typeof VersionRecord>
export type DecisionRecord = z.infer<typeof DecisionRecord>
export type ErasureRecord = z.infer<typeof ErasureRecord>
