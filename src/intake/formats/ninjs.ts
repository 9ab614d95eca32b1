// Reads stories from ninjs, versions 1 to 3, and from the agencies’ forms of it.
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { textFromHtml } from '../markup/html-fragment.ts'
import { type TextWithBlocks, textFromPlain } from '../markup/text-blocks.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { releaseFacts } from '../model/publishing-status.ts'
import { parseJson, schemaRefusal } from '../model/schema-refusal.ts'
import { readableDate } from '../model/timestamp.ts'

/** A ninjs 3 object with a role, such as a headline or a body: https://iptc.org/std/ninjs/ */
const Part = z.looseObject({
  role: z.string().optional(),
  value: z.string().optional(),
  contenttype: z.string().optional(),
})
const Named = z.looseObject({ name: z.string().optional(), role: z.string().nullish() })
const Text = z.string().nullish()

/** A ninjs item; `guid`, `body_html` and `source` are Superdesk’s, `altids.itemid` is the Associated Press’s. */
const Ninjs = z.looseObject({
  uri: Text,
  guid: Text,
  altids: z.looseObject({ itemid: Text }).nullish(),
  type: Text,
  headline: Text,
  headlines: z.array(Part).optional(),
  title: Text,
  byline: Text,
  by: Text,
  authors: z.array(Named).optional(),
  bylines: z.array(z.looseObject({ by: z.string().optional(), name: z.string().optional() })).optional(),
  infosources: z.array(Named).optional(),
  infoSources: z.array(Named).optional(),
  copyrightholder: Text,
  source: Text,
  firstcreated: Text,
  firstCreated: Text,
  versioncreated: Text,
  versionCreated: Text,
  pubstatus: z.unknown().optional(),
  pubStatus: z.unknown().optional(),
  embargoed: z.unknown().optional(),
  embargoedUntil: z.unknown().optional(),
  expires: Text,
  ednote: Text,
  edNote: Text,
  signals: z.unknown().optional(),
  signal: z.unknown().optional(),
  body_xhtml: Text,
  body_html: Text,
  body_html5: Text,
  body_text: Text,
  bodies: z.array(Part).optional(),
  language: Text,
  canonicalurl: Text,
  canonicalUrl: Text,
})
type Ninjs = z.infer<typeof Ninjs>

/** What an item may be wrapped in: the Associated Press answers with `data.item`, or `data.items` of `item`. */
const Envelope = z.looseObject({
  data: z.looseObject({ item: z.unknown(), items: z.array(z.unknown()) }).partial(),
})
const Wrapped = z.looseObject({ item: z.looseObject({}) })

/**
 * Returns the stories of a ninjs document: of one item, of a list of them, or of the envelope of an agency. A
 * status or an embargo that cannot be read puts a story on hold. Throws a Refusal for a document that is not
 * ninjs, and for an item that is no text.
 */
export function readNinjs(text: string, file: string): FeedItem[] {
  const items = unwrapped(parseJson(text, file))
  if (items.length === 0) throw new Refusal(file, 'document', 'is an empty list')
  return items.map((item) => {
    const { success, data, error } = Ninjs.safeParse(item)
    if (!success) throw schemaRefusal(error, file)
    return feedItemOf(data, file)
  })
}

function unwrapped(document: unknown): unknown[] {
  const data = Envelope.safeParse(document).data?.data
  const items = data ? (data.items ?? [data.item]) : [document].flat()
  return items.map((item) => Wrapped.safeParse(item).data?.item ?? item)
}

function feedItemOf(item: Ninjs, file: string): FeedItem {
  const id = item.uri || item.guid || item.altids?.itemid
  if (!id) throw new Refusal(file, 'uri', 'is missing, and so is guid')
  if (item.type && !/^(?:text|composite|article|story)$/iu.test(item.type))
    throw new Refusal(file, 'type', `is ${item.type.slice(0, 40)}, and only text is read`)
  const changed = item.versionCreated ?? item.versioncreated ?? null
  const stated = () => ({
    headline: item.headline || partOf(item.headlines, 'main')?.value || item.title,
    outlet: (item.infoSources ?? item.infosources)?.[0]?.name ?? item.copyrightholder ?? item.source,
    authors: bylineOf(item),
    publishedAt: readableDate(item.firstCreated ?? item.firstcreated ?? changed),
    updatedAt: readableDate(changed),
    expiresAt: item.expires ?? undefined,
    language: item.language,
    ...releaseOf(item),
  })
  return {
    id: `id:${id}`,
    url: item.canonicalUrl ?? item.canonicalurl ?? null,
    changed,
    fingerprint: null,
    stated,
    extract: () => ({ ...bodyText(item, file), stated: stated(), source: null }),
  }
}

function releaseOf(item: Ninjs) {
  const note = item.edNote ?? item.ednote
  return releaseFacts({
    status: statusOf(item.pubStatus === undefined ? item.pubstatus : item.pubStatus),
    embargo: embargoOf(item.embargoedUntil ?? item.embargoed),
    notes: note ? [{ words: note, isPublic: true }] : [],
    corrects: /"(?:sig:)?correction"/iu.test(JSON.stringify([item.signals, item.signal])),
  })
}

const statusOf = (stated: unknown) => (stated === undefined ? undefined : String(stated).toLowerCase())

/**
 * Returns the embargo as a string; one that is not a date, such as `true`, counts as an embargo without a
 * time.
 */
const embargoOf = (stated: unknown) =>
  stated === undefined || stated === null || stated === false ? undefined : String(stated)

const partOf = (parts: z.infer<typeof Part>[] | undefined, role: string) =>
  parts?.find((part) => part.role === role) ?? parts?.[0]

/** The roles of those who have written a story; others, such as editors, are no authors. */
const AUTHOR_ROLE = /writer|author|reporter|byline|correspondent|columnist|journalist|creator/iu

function bylineOf({ authors = [], bylines = [], byline, by }: Ninjs): string[] {
  const writers = authors.filter(({ role }) => !role || AUTHOR_ROLE.test(role))
  const names = [...writers, ...bylines].flatMap((one) => one.name ?? ('by' in one ? String(one.by) : []))
  return names.length ? names : [byline ?? by ?? ''].filter(Boolean)
}

function bodyText(item: Ninjs, file: string): TextWithBlocks {
  const body = partOf(item.bodies, 'main')
  const isPlain = body?.contenttype === 'text/plain'
  const html = item.body_xhtml ?? item.body_html ?? item.body_html5 ?? (isPlain ? undefined : body?.value)
  if (html) return textFromHtml(html, file)
  const plain = item.body_text ?? (isPlain ? body?.value : undefined)
  if (!plain && 'renditions' in item)
    throw new Refusal(file, 'body', 'is not in the item, only linked to as a rendition')
  return textFromPlain(plain ?? '')
}
