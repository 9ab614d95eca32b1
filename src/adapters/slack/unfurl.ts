import type { types, webApi } from '@slack/bolt'
import type { Citation } from '../../archive/article.ts'
import { evidenceNodes, retractedNote } from '../../replies/answers.ts'
import type { Reply } from '../../replies/reply.ts'
import { toSlack } from '../../replies/slack.ts'
import type { Block } from '../../replies/slack-blocks.ts'
import { call } from './calls.ts'
import type { Setting } from './setting.ts'

/** Shows what is behind links to our own stories. Everybody in the conversation sees it, so the standing is checked now. */
export async function unfurl(
  event: types.LinkSharedEvent,
  client: webApi.WebClient,
  { newsroom }: Setting,
): Promise<void> {
  const unfurls: Record<string, { blocks: Block[] }> = {}
  for (const { url } of event.links.slice(0, MOST)) {
    const reply = await replyTo(url, newsroom)
    const blocks = reply && toSlack(reply)[0]?.blocks
    if (blocks) unfurls[url] = { blocks }
  }
  if (Object.keys(unfurls).length === 0) return
  await call(() => client.chat.unfurl({ ...placeOf(event), unfurls } as webApi.ChatUnfurlArguments), true)
}

/** Links of one message that are unfurled. */
const MOST = 5

/** A message that is still being written has no channel that could be answered in, but an id of its own. */
const placeOf = ({ channel, message_ts: ts, unfurl_id, source }: types.LinkSharedEvent) =>
  unfurl_id && source ? { unfurl_id, source } : { channel, ts }

/** What is shown of the story at an address; null where there is none that may be shown. */
async function replyTo(url: string, newsroom: Setting['newsroom']): Promise<Reply | null> {
  const found = await articleAt(url, newsroom)
  if (!found) return null
  if (found.kind === 'retracted') return [retractedNote(found.article)]
  const [first] = found.quotations
  return [
    { kind: 'text', text: found.article.headline },
    { kind: 'citation', citation: found.article, alsoIn: [] },
    ...(first ? evidenceNodes(first, null).slice(0, 1) : []),
  ]
}

type Found = Exclude<Awaited<ReturnType<Setting['newsroom']['article']>>, { kind: 'nothing' }>

/** A story at its own address or, in Readback’s reader, by its id. */
async function articleAt(url: string, newsroom: Setting['newsroom']): Promise<Found | null> {
  const id = /\/articles\/([^/?#]+)/.exec(new URL(url).pathname)?.[1]
  for (const name of [addressOf(url), ...(id ? [id] : [])]) {
    const found = await newsroom.article(name)
    if (found.kind !== 'nothing' && isNamed(found.article, name)) return found
  }
  return null
}

/** A headline may have all the words of an address. */
const isNamed = ({ articleId, url }: Citation, name: string) =>
  articleId === name || (url !== null && addressOf(url) === name)

/** An address without what opens it at a place, or tells where it was found. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname.replace(/\/$/, '')
}
