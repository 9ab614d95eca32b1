// Reads a story from ninjs, versions 1 to 3.
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { textFromHtml } from '../markup/html-fragment.ts'
import { joinParagraphs, type TextWithBlocks } from '../markup/text-blocks.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { readableDate, releaseFacts } from '../model/publishing-status.ts'
import { parseJson } from './feed.ts'

/** A ninjs 3 object with a role, such as a headline or a body: https://iptc.org/std/ninjs/ */
const Part = z.looseObject({
  role: z.string().optional(),
  value: z.string().optional(),
  contenttype: z.string().optional(),
})
const Named = z.looseObject({ name: z.string().optional(), role: z.string().optional() })

const Ninjs = z.looseObject({
  uri: z.string().min(1),
  type: z.string().optional(),
  headline: z.string().optional(),
  headlines: z.array(Part).optional(),
  title: z.string().optional(),
  byline: z.string().optional(),
  by: z.string().optional(),
  authors: z.array(Named).optional(),
  infosources: z.array(Named).optional(),
  infoSources: z.array(Named).optional(),
  copyrightholder: z.string().optional(),
  firstcreated: z.string().optional(),
  firstCreated: z.string().optional(),
  versioncreated: z.string().optional(),
  versionCreated: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  pubstatus: z.unknown().optional(),
  pubStatus: z.unknown().optional(),
  embargoed: z.unknown().optional(),
  embargoedUntil: z.unknown().optional(),
  ednote: z.string().optional(),
  edNote: z.string().optional(),
  body_xhtml: z.string().optional(),
  body_text: z.string().optional(),
  bodies: z.array(Part).optional(),
  slugline: z.string().optional(),
  canonicalurl: z.string().optional(),
  canonicalUrl: z.string().optional(),
})
type Ninjs = z.infer<typeof Ninjs>

/**
 * Returns the story of a ninjs document. A status or an embargo that cannot be read puts the story on hold.
 * Throws a Refusal for a document that is not ninjs.
 */
export function readNinjs(text: string, file: string): FeedItem {
  const { success, data, error } = Ninjs.safeParse(parseJson(text, file))
  if (success) return feedItemOf(data, file)
  const [issue] = error.issues
  throw new Refusal(file, issue?.path.join('.') || 'ninjs', issue?.message ?? 'is none', { cause: error })
}

function feedItemOf(item: Ninjs, file: string): FeedItem {
  const changed = item.versionCreated ?? item.versioncreated ?? null
  const stated = () => ({
    headline: item.headline ?? partOf(item.headlines, 'main')?.value ?? item.title,
    outlet: [...(item.infoSources ?? item.infosources ?? [])][0]?.name ?? item.copyrightholder,
    authors: bylineOf(item),
    publishedAt: readableDate(item.firstCreated ?? item.firstcreated ?? changed),
    updatedAt: readableDate(changed),
    ...releaseFacts({
      status: statusOf(item.pubStatus === undefined ? item.pubstatus : item.pubStatus),
      embargo: embargoOf(item.embargoedUntil ?? item.embargoed),
      note: item.edNote ?? item.ednote,
    }),
  })
  return {
    id: `id:${item.uri}`,
    url: item.canonicalUrl ?? item.canonicalurl ?? null,
    changed,
    fingerprint: null,
    stated,
    extract: () => ({ ...bodyText(item, file), stated: stated(), source: null }),
  }
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

const bylineOf = ({ authors = [], byline, by }: Ninjs): string[] => {
  const names = authors.flatMap(({ name }) => name ?? [])
  return names.length
    ? names
    : [byline ?? by ?? ''].map((line) => line.replace(/^by\s+/iu, '')).filter(Boolean)
}

function bodyText(item: Ninjs, file: string): TextWithBlocks {
  const body = partOf(item.bodies, 'main')
  const plain = item.body_text ?? (body?.contenttype === 'text/plain' ? body.value : undefined)
  const html = item.body_xhtml ?? (body?.contenttype === 'text/plain' ? undefined : body?.value)
  if (html !== undefined) return textFromHtml(html, file)
  return joinParagraphs([{ kind: 'paragraph', lines: (plain ?? '').split(/\r?\n/u) }])
}
