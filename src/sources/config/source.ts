import { z } from 'zod'

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const

/** A length of time as people write it, `90s`, `15m`, `6h`, `1d`; in seconds. */
export const Duration = z
  .string()
  .regex(/^\d{1,5}[smhd]$/u, 'is no length of time, as 90s, 15m, 6h or 1d is')
  .transform((words) => Number(words.slice(0, -1)) * UNITS[words.slice(-1) as keyof typeof UNITS])

const Address = z.url({ protocol: /^https?$/u, error: 'is no http or https address' })

const Common = z.strictObject({
  /** What people know the source by; its stories are remembered under it. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'is not of small letters, digits and hyphens'),
  /** How long it may be silent before it is late; learned where it is not set. */
  late: Duration.optional(),
})
const every = Duration.default(900)

export const Source = z.discriminatedUnion(
  'kind',
  [
    Common.extend({
      kind: z.literal('feed'),
      url: Address,
      every,
      /** `page`: the words are taken from each story's page, even where the feed has them. */
      text: z.enum(['feed', 'page']).default('feed'),
    }),
    Common.extend({ kind: z.literal('sitemap'), url: Address, every }),
    Common.extend({ kind: z.literal('pages'), urls: z.array(Address).min(1, 'is empty'), every }),
    Common.extend({ kind: z.literal('wordpress'), url: Address, every }),
    Common.extend({ kind: z.literal('wire'), urls: z.array(Address).min(1, 'is empty'), every }),
    Common.extend({ kind: z.literal('folder'), path: z.string().min(1), every: Duration.default(2) }),
    Common.extend({ kind: z.literal('hook') }),
  ],
  { error: 'is not feed, sitemap, pages, wordpress, wire, folder or hook' },
)
export type Source = z.infer<typeof Source>
export type SourceOf<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>

/** A source that is asked, in contrast to a hook, which tells by itself. */
export type Polled = Exclude<Source, { kind: 'hook' }>

const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/u

/** Where coverage comes from, and who is responsible for fetching it. */
export const Sources = z.strictObject({
  /** Whom a site can ask about the fetching: a mail address or a page. Goes into the User-Agent. */
  contact: z
    .string()
    .regex(/^[\x21-\x7e]+$/u, 'is no mail address and no address of a page')
    .optional(),
  /** Hosts on the inside that may be fetched from; no other private address ever is. */
  inside: z.array(z.string().regex(HOST, 'is no host, as cms.bell.lan or cms.bell.lan:8080 is')).default([]),
  sources: z.array(Source).default([]),
})
export type Sources = z.infer<typeof Sources>

/** The addresses that a source is fetched from. */
export function addressesOf(source: Source): string[] {
  if ('urls' in source) return source.urls
  return 'url' in source ? [source.url] : []
}
