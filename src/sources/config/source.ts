// Declares the schema of sources.yaml: the sources of coverage and how they are polled.
import { z } from 'zod'
import { ROBOTS_AGENT } from '../../intake/fetch/robots.ts'

const SECONDS_PER_UNIT = { s: 1, m: 60, h: 3600, d: 86_400 } as const

/** A duration such as `90s`, `15m`, `6h` or `1d`, parsed to seconds. */
const Duration = z
  .string()
  .regex(/^\d{1,5}[smhd]$/u, 'is no length of time, as 90s, 15m, 6h or 1d is')
  .transform(
    (words) =>
      Number(words.slice(0, -1)) * SECONDS_PER_UNIT[words.slice(-1) as keyof typeof SECONDS_PER_UNIT],
  )

const WebUrl = z.url({ protocol: /^https?$/u, error: 'is no http or https address' })

const CommonFields = z.strictObject({
  /** The name of the source; its stories are stored under it. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'is not of small letters, digits and hyphens'),
  /**
   * How long the source may be without a new story before it is late; learned from its arrivals where not
   * set.
   */
  late: Duration.optional(),
})
const every = Duration.default(900)

/** A source of coverage, by its kind. */
export const Source = z.discriminatedUnion(
  'kind',
  [
    CommonFields.extend({
      kind: z.literal('feed'),
      url: WebUrl,
      every,
      /** `page`: the text is read from each story’s page, even where the feed has it. */
      text: z.enum(['feed', 'page']).default('feed'),
    }),
    CommonFields.extend({ kind: z.literal('sitemap'), url: WebUrl, every }),
    CommonFields.extend({ kind: z.literal('pages'), urls: z.array(WebUrl).min(1, 'is empty'), every }),
    CommonFields.extend({ kind: z.literal('wordpress'), url: WebUrl, every }),
    CommonFields.extend({ kind: z.literal('wire'), urls: z.array(WebUrl).min(1, 'is empty'), every }),
    CommonFields.extend({ kind: z.literal('folder'), path: z.string().min(1), every: Duration.default(2) }),
    CommonFields.extend({ kind: z.literal('hook') }),
  ],
  { error: 'is not feed, sitemap, pages, wordpress, wire, folder or hook' },
)
export type Source = z.infer<typeof Source>
/** The source of one kind. */
export type SourceOf<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>

/** A source that is polled, in contrast to a webhook, which delivers by itself. */
export type PolledSource = Exclude<Source, { kind: 'hook' }>

const HOST_PATTERN = /^(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/u

/** The contents of `sources.yaml`: the sources of coverage, and a contact for their sites. */
export const SourcesConfig = z.strictObject({
  /** The contact for sites, a mail address or the address of a page. It is sent in the User-Agent header. */
  contact: z
    .string()
    .regex(/^[\x21-\x7e]+$/u, 'is no mail address and no address of a page')
    .optional(),
  /** Internal hosts that may be fetched from; no other private address is. */
  inside: z
    .array(z.string().regex(HOST_PATTERN, 'is no host, as cms.bell.lan or cms.bell.lan:8080 is'))
    .default([]),
  sources: z.array(Source).default([]),
})
export type SourcesConfig = z.infer<typeof SourcesConfig>

/** Returns the addresses that a source is fetched from; none for a folder and a webhook. */
export function urlsOf(source: Source): string[] {
  if ('urls' in source) return source.urls
  return 'url' in source ? [source.url] : []
}

/** Returns the User-Agent header: the program, and the contact of `sources.yaml`. */
export function userAgent({ contact }: Pick<SourcesConfig, 'contact'>): string {
  if (!contact) return `${ROBOTS_AGENT}/0.1`
  return `${ROBOTS_AGENT}/0.1 (+${contact.includes('@') && !contact.includes(':') ? `mailto:${contact}` : contact})`
}
