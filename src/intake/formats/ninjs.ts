import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { galleyOf } from '../markup/html-fragment.ts'
import { type Galley, setGalley } from '../markup/text-blocks.ts'
import type { Offer } from '../model/feed-item.ts'
import { stateableDate, statedRelease } from '../model/publishing-status.ts'
import { parseJson } from './feed.ts'

/** A part of ninjs 3 with its role: https://iptc.org/std/ninjs/ */
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

/** The story of a ninjs document, of version 1, 2 or 3; a status or an embargo that cannot be read holds it. */
export function readNinjs(text: string, file: string): Offer {
  const { success, data, error } = Ninjs.safeParse(parseJson(text, file))
  if (success) return offerOf(data, file)
  const [issue] = error.issues
  throw new Refusal(file, issue?.path.join('.') || 'ninjs', issue?.message ?? 'is none', { cause: error })
}

function offerOf(item: Ninjs, file: string): Offer {
  const changed = item.versionCreated ?? item.versioncreated ?? null
  const stated = () => ({
    headline: item.headline ?? partOf(item.headlines, 'main')?.value ?? item.title,
    outlet: [...(item.infoSources ?? item.infosources ?? [])][0]?.name ?? item.copyrightholder,
    authors: bylineOf(item),
    publishedAt: stateableDate(item.firstCreated ?? item.firstcreated ?? changed),
    updatedAt: stateableDate(changed),
    ...statedRelease({
      status: statusOf(item.pubStatus === undefined ? item.pubstatus : item.pubStatus),
      embargo: embargoOf(item.embargoedUntil ?? item.embargoed),
      note: item.edNote ?? item.ednote,
    }),
  })
  return {
    id: `id:${item.uri}`,
    url: item.canonicalUrl ?? item.canonicalurl ?? null,
    changed,
    print: null,
    stated,
    copy: () => ({ ...galleyIn(item, file), stated: stated(), source: null }),
  }
}

const statusOf = (stated: unknown) => (stated === undefined ? undefined : String(stated).toLowerCase())

/** An embargo that is stated in any form but a date is one without a time. */
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

function galleyIn(item: Ninjs, file: string): Galley {
  const body = partOf(item.bodies, 'main')
  const plain = item.body_text ?? (body?.contenttype === 'text/plain' ? body.value : undefined)
  const html = item.body_xhtml ?? (body?.contenttype === 'text/plain' ? undefined : body?.value)
  if (html !== undefined) return galleyOf(html, file)
  return setGalley([{ kind: 'paragraph', lines: (plain ?? '').split(/\r?\n/u) }])
}
