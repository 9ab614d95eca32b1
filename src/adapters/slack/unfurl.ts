import type { types, webApi } from '@slack/bolt'
import type { Citation } from '../../archive/article.ts'
import type { News } from '../../corrections/answer-changes.ts'
import type { Carrier } from '../../corrections/send-corrections.ts'
import { evidenceNodes, retractedNote } from '../../replies/answers.ts'
import { newsReply } from '../../replies/change-notice.ts'
import { namedIn, type Reply } from '../../replies/reply.ts'
import { toSlack } from '../../replies/slack.ts'
import type { Block } from '../../replies/slack-blocks.ts'
import { carry } from '../carry-correction.ts'
import type { Setting } from './listener-context.ts'
import { attempt } from './posted-answers.ts'
import { call } from './retry-call.ts'

/** What unfurled links go by where postings are kept: the message is their thread, and their addresses are its messages. */
export const LINKS = 'slack links'

/**
 * Shows what is behind links to our own stories. Everybody in the conversation sees it, so the standing is checked now,
 * and where it will stand is kept before it does.
 */
export async function unfurl(
  event: types.LinkSharedEvent,
  client: webApi.WebClient,
  { newsroom, log }: Setting,
): Promise<void> {
  const ours: { url: string; found: Found; reply: Reply }[] = []
  for (const { url } of event.links.slice(0, MOST)) {
    const found = await articleAt(url, newsroom)
    if (found) ours.push({ url, found, reply: replyTo(found) })
  }
  if (ours.length === 0) return
  const unfurls = Object.fromEntries(ours.map(({ url, reply }) => [url, unfurled(reply)]))
  const spot = {
    platform: LINKS,
    channel: event.channel,
    thread: event.message_ts,
    messages: Object.keys(unfurls),
  }
  const evidence = ours.flatMap(({ found }) => quotedIn(found))
  const named = namedIn(ours.flatMap(({ reply }) => reply))
  if (!isBeingWritten(event))
    await newsroom
      .posted(spot, { command: 'article', evidence, named })
      .catch((err) => log.error({ err }, 'Slack: an unfurled link cannot be corrected later'))
  await call(() => client.chat.unfurl({ ...placeOf(event), unfurls } as webApi.ChatUnfurlArguments), true)
}

/**
 * Corrects what is shown of links: to unfurl a link of the same message again changes what was there
 * (https://docs.slack.dev/reference/methods/chat.unfurl).
 */
export const linkCarrierBy =
  (client: webApi.WebClient, { newsroom, log }: Pick<Setting, 'newsroom' | 'log'>): Carrier =>
  async ({ spot, news }) => {
    const unfurls: Record<string, Unfurled> = {}
    for (const url of spot.messages)
      unfurls[url] = unfurled(correctedReply(await articleAt(url, newsroom), news))
    const { channel, thread: ts } = spot
    const correct = () =>
      call(() => client.chat.unfurl({ channel, ts, unfurls } as webApi.ChatUnfurlArguments), true)
    return carry({ edit: () => attempt(correct, log), say: null })
  }

/** What is shown of a story from now on, with what is news of it. */
function correctedReply(found: Found | null, news: News[]): Reply {
  if (!found) return newsReply([{ kind: 'withheld' }])
  const own = news.filter((one) => 'story' in one && one.story.articleId === found.article.articleId)
  return [...newsReply(own), ...replyTo(found)]
}

/** Links of one message that are unfurled. */
const MOST = 5

/** A message that is still being written has no channel that could be answered in, but an id of its own. */
const placeOf = (event: types.LinkSharedEvent) => {
  const { channel, message_ts: ts, unfurl_id, source } = event
  return isBeingWritten(event) ? { unfurl_id, source } : { channel, ts }
}

const isBeingWritten = ({ source, unfurl_id }: types.LinkSharedEvent) =>
  source === 'composer' && unfurl_id !== undefined

type Unfurled = { blocks: Block[] }

const unfurled = (reply: Reply): Unfurled => ({ blocks: toSlack(reply)[0]?.blocks ?? [] })

/** What is shown of a story. */
function replyTo(found: Found): Reply {
  if (found.kind === 'retracted') return [retractedNote(found.article)]
  const [first] = quotedIn(found)
  return [
    { kind: 'text', text: found.article.headline },
    { kind: 'citation', citation: found.article, alsoIn: [] },
    ...(first ? evidenceNodes(first, null).slice(0, 1) : []),
  ]
}

/** What is quoted of a story where a link to it is shown. */
const quotedIn = (found: Found) => (found.kind === 'found' ? found.quotations.slice(0, 1) : [])

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
