// Unfurls links to our own stories, and corrects what is shown of them.

import type { types, webApi } from '@slack/bolt'
import { type ArticleAnswer, article } from '../../answers/article.ts'
import type { Citation } from '../../archive/article.ts'
import type { StoryChange } from '../../corrections/reread-posted-answer.ts'
import type { CorrectionSender } from '../../corrections/send-corrections.ts'
import { changeNotice } from '../../replies/change-notice.ts'
import { evidenceNodes } from '../../replies/evidence-nodes.ts'
import { type Reply, storiesIn } from '../../replies/reply.ts'
import { retractedNote } from '../../replies/search-reply.ts'
import { toSlack } from '../../replies/slack.ts'
import type { SlackBlock } from '../../replies/slack-blocks.ts'
import { sendCorrection } from '../send-correction.ts'
import type { ListenerContext } from './listener-context.ts'
import { attemptCorrection } from './posted-answers.ts'
import { callSlack } from './retry-call.ts'

/**
 * The name of unfurled links in the store of postings: `thread` is the timestamp of the message with the links, and
 * `messages` are their addresses.
 */
export const SLACK_LINKS_PLATFORM = 'slack links'

/**
 * Unfurls the links of a message to our own stories. Everybody in the conversation sees that, so each story's standing
 * is checked now, and the unfurl is recorded as a posting before it is sent. Throws a SlackFault.
 */
export async function unfurlLinks(
  event: types.LinkSharedEvent,
  client: webApi.WebClient,
  { newsroom, log }: ListenerContext,
): Promise<void> {
  const ours: { url: string; found: FoundArticle; reply: Reply }[] = []
  for (const { url } of event.links.slice(0, MAX_UNFURLED_LINKS)) {
    const found = await articleAt(url, newsroom)
    if (found) ours.push({ url, found, reply: articleReply(found) })
  }
  if (ours.length === 0) return
  const unfurls = Object.fromEntries(ours.map(({ url, reply }) => [url, unfurlContent(reply)]))
  const location = {
    platform: SLACK_LINKS_PLATFORM,
    channel: event.channel,
    thread: event.message_ts,
    messages: Object.keys(unfurls),
  }
  const evidence = ours.flatMap(({ found }) => quotedIn(found))
  const named = storiesIn(ours.flatMap(({ reply }) => reply))
  if (!isBeingWritten(event))
    await newsroom.given
      .posted(location, { command: 'article', evidence, named })
      .catch((err) => log.error({ err }, 'Slack: an unfurled link cannot be corrected later'))
  await callSlack(
    () => client.chat.unfurl({ ...unfurlTarget(event), unfurls } as webApi.ChatUnfurlArguments),
    true,
  )
}

/**
 * Returns what corrects unfurled links: another unfurl of a link in the same message replaces the first
 * (https://docs.slack.dev/reference/methods/chat.unfurl).
 */
export const linkCorrectionSender =
  (
    client: webApi.WebClient,
    { newsroom, log }: Pick<ListenerContext, 'newsroom' | 'log'>,
  ): CorrectionSender =>
  async ({ location, changes }) => {
    const unfurls: Record<string, UnfurlContent> = {}
    for (const url of location.messages)
      unfurls[url] = unfurlContent(correctedReply(await articleAt(url, newsroom), changes))
    const { channel, thread: ts } = location
    const correct = () =>
      callSlack(() => client.chat.unfurl({ channel, ts, unfurls } as webApi.ChatUnfurlArguments), true)
    return sendCorrection({ edit: () => attemptCorrection(correct, log), notify: null })
  }

/**
 * Returns the new unfurl of a story, with what changed in it; if the story is not found, a notice that it is
 * withheld.
 */
function correctedReply(found: FoundArticle | null, changes: StoryChange[]): Reply {
  if (!found) return changeNotice([{ kind: 'withheld', articleId: '' }])
  const own = changes.filter((one) => 'story' in one && one.story.articleId === found.article.articleId)
  return [...changeNotice(own), ...articleReply(found)]
}

/** How many links of one message are unfurled at most. */
const MAX_UNFURLED_LINKS = 5

/**
 * Returns the arguments that name the message. One that is still being written has an unfurl id instead of a channel.
 */
const unfurlTarget = (event: types.LinkSharedEvent) => {
  const { channel, message_ts: ts, unfurl_id, source } = event
  return isBeingWritten(event) ? { unfurl_id, source } : { channel, ts }
}

const isBeingWritten = ({ source, unfurl_id }: types.LinkSharedEvent) =>
  source === 'composer' && unfurl_id !== undefined

type UnfurlContent = { blocks: SlackBlock[] }

const unfurlContent = (reply: Reply): UnfurlContent => ({ blocks: toSlack(reply)[0]?.blocks ?? [] })

/** Returns what the unfurl of a story shows. */
function articleReply(found: FoundArticle): Reply {
  if (found.kind === 'retracted') return [retractedNote(found.article)]
  const [first] = quotedIn(found)
  return [
    { kind: 'text', text: found.article.headline },
    { kind: 'citation', citation: found.article, alsoIn: [] },
    ...(first ? evidenceNodes(first, null).slice(0, 1) : []),
  ]
}

/** Returns the quotation that the unfurl of a story shows, if it has one. */
const quotedIn = (found: FoundArticle) => (found.kind === 'found' ? found.quotations.slice(0, 1) : [])

type FoundArticle = Exclude<ArticleAnswer, { kind: 'nothing' }>

/** Finds the story behind an address: its own, or its page in Readback’s web reader (`/articles/ID`). */
async function articleAt(url: string, newsroom: ListenerContext['newsroom']): Promise<FoundArticle | null> {
  const id = /\/articles\/([^/?#]+)/.exec(new URL(url).pathname)?.[1]
  for (const name of [addressOf(url), ...(id ? [id] : [])]) {
    const found = await newsroom.ask(article, name)
    if (found.kind !== 'nothing' && isNamedBy(found.article, name)) return found
  }
  return null
}

/** Tells whether a name is the story's id or address; the newsroom also finds a story by the words of its headline. */
const isNamedBy = ({ articleId, url }: Citation, name: string) =>
  articleId === name || (url !== null && addressOf(url) === name)

/** Returns an address without its query and fragment and without a slash at its end. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname.replace(/\/$/, '')
}
