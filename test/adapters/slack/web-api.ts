// Simulates the methods of Slack's Web API that Readback calls.
import { z } from 'zod'
import { HomeView, Message, Unfurl } from '../../replies/block-kit.ts'

/** A call to the Web API, its JSON arguments parsed. */
export type Call = { method: string; args: Record<string, unknown> }

/** A message in a channel. */
export type Posted = {
  ts: string
  user?: string
  bot_id?: string
  text: string
  blocks?: unknown
  thread_ts?: string
  metadata?: unknown
}

/** The channels of a workspace by their ids: their messages, and whether Readback is a member. */
export type Channels = Map<string, { member: boolean; messages: Posted[] }>

export const BOT = { user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T1' }

const Ts = z.string().regex(/^\d{10}\.\d{6}$/)
const Post = Message.extend({
  channel: z.string().regex(/^[CDGUW]\w+$/),
  thread_ts: Ts.optional(),
  reply_broadcast: z.enum(['true', 'false']).optional(),
  unfurl_links: z.literal('false'),
  unfurl_media: z.literal('false'),
})
/** Strict, because the agent view silently ignores prompts that come with a thread’s timestamp. */
const Prompts = z.strictObject({
  team_id: z.string().optional(),
  channel_id: z.string().startsWith('D'),
  prompts: z
    .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
    .min(1)
    .max(4),
})

/** The arguments that Slack accepts, by method. */
export const ARGUMENT_SCHEMAS: Record<string, z.ZodType> = {
  'auth.test': z.object({}),
  'apps.connections.open': z.object({}),
  'chat.postMessage': Post,
  'chat.postEphemeral': Message.extend({ channel: z.string(), user: z.string(), thread_ts: Ts.optional() }),
  'chat.update': Message.extend({ channel: z.string().regex(/^[CDG]\w+$/), ts: Ts }),
  'chat.delete': z.object({ channel: z.string().regex(/^[CDG]\w+$/), ts: Ts }),
  'views.publish': z.object({ user_id: z.string(), view: HomeView }),
  'chat.unfurl': z.union([
    z.object({ channel: z.string().startsWith('C'), ts: Ts, unfurls: z.record(z.url(), Unfurl) }),
    z.object({ unfurl_id: z.string(), source: z.string(), unfurls: z.record(z.url(), Unfurl) }),
  ]),
  'assistant.threads.setSuggestedPrompts': Prompts,
  'conversations.replies': z.object({ channel: z.string(), ts: Ts }),
  'conversations.history': z.object({ channel: z.string(), oldest: z.string().optional() }),
}

/** What Slack accepts at a response URL. */
export const RESPONSE_URL_SCHEMA = z.union([
  z.strictObject({ delete_original: z.literal(true) }),
  Message.extend({
    response_type: z.enum(['ephemeral', 'in_channel']).optional(),
    replace_original: z.boolean().optional(),
    thread_ts: Ts.optional(),
  }),
])

/** Performs a call on the channels, and returns Slack's answer: `ok: false` with Slack’s error code for a refusal. */
export function perform({ method, args }: Call, channels: Channels, urls: { socket: string }): object {
  const channel = channels.get(String(args.channel))
  switch (method) {
    case 'auth.test':
      return { ok: true, ...BOT }
    case 'apps.connections.open':
      return { ok: true, url: urls.socket }
    case 'conversations.replies':
      return channel ? replies(channel, String(args.ts), args) : { ok: false, error: 'channel_not_found' }
    case 'conversations.history':
      return channel ? history(channel, args) : { ok: false, error: 'channel_not_found' }
    case 'chat.postMessage':
    case 'chat.postEphemeral': {
      const direct = String(args.channel).startsWith('U')
      if (!channel && !direct) return { ok: false, error: 'channel_not_found' }
      if (channel && !channel.member) return { ok: false, error: 'not_in_channel' }
      const message = postedOf(args)
      if (channel && method === 'chat.postMessage') channel.messages.push(message)
      return { ok: true, channel: args.channel, ts: message.ts }
    }
    case 'chat.update':
    case 'chat.delete': {
      const at =
        channel?.messages.findIndex(({ ts, bot_id }) => ts === args.ts && bot_id === BOT.bot_id) ?? -1
      if (!channel || at < 0) return { ok: false, error: channel ? 'message_not_found' : 'channel_not_found' }
      const changed = { ...channel.messages[at], ...postedOf(args), ts: String(args.ts) }
      channel.messages.splice(at, 1, ...(method === 'chat.update' ? [changed] : []))
      return { ok: true, channel: args.channel, ts: args.ts }
    }
    default:
      return { ok: true }
  }
}

let counted = 0
const postedOf = ({ text, blocks, thread_ts, metadata }: Call['args']): Posted => ({
  ts: `1700001000.${String(++counted).padStart(6, '0')}`,
  bot_id: BOT.bot_id,
  user: BOT.user_id,
  text: String(text),
  blocks,
  ...(thread_ts ? { thread_ts: String(thread_ts) } : {}),
  metadata,
})

type Channel = { member: boolean; messages: Posted[] }

/** Returns the replies of a thread, oldest first. */
function replies({ member, messages }: Channel, ts: string, args: Call['args']) {
  if (!member) return { ok: false, error: 'not_in_channel' }
  const all = messages.filter((message) => message.ts === ts || message.thread_ts === ts)
  return all.length ? pageOf(all, args) : { ok: false, error: 'thread_not_found' }
}

/** Returns the messages in the channel itself, newest first. */
function history({ member, messages }: Channel, args: Call['args']) {
  if (!member) return { ok: false, error: 'not_in_channel' }
  return pageOf(messages.filter(({ thread_ts }) => thread_ts === undefined).toReversed(), args)
}

/** Returns messages ten at a time, so that a reader needs several pages. */
function pageOf(all: Posted[], { cursor, include_all_metadata }: Call['args']) {
  const from = Number(cursor ?? 0)
  const shown = all
    .slice(from, from + 10)
    .map(({ metadata, ...message }) => (include_all_metadata ? { ...message, metadata } : message))
  const next_cursor = from + 10 < all.length ? String(from + 10) : ''
  return { ok: true, messages: shown, has_more: next_cursor !== '', response_metadata: { next_cursor } }
}
