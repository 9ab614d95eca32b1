// Parses the messages that Discord delivers, and decides whether they speak to Readback.
import { z } from 'zod'

const Id = z.string().regex(/^\d{1,20}$/)
const Author = z.object({ id: Id, bot: z.boolean().optional() })

/**
 * The parts of a message that Readback reads: https://docs.discord.com/developers/resources/message. Without a
 * privileged intent, Discord leaves the content of a message empty unless it mentions the bot or is a direct message.
 */
const RawMessage = z.object({
  id: Id,
  channel_id: Id,
  guild_id: Id.nullish(),
  content: z.string(),
  author: Author,
  webhook_id: Id.nullish(),
  mentions: z.array(z.object({ id: Id })).default([]),
  mention_everyone: z.boolean().default(false),
  mention_roles: z.array(Id).default([]),
})
const RawReply = RawMessage.extend({ referenced_message: RawMessage.nullish() })
const RawMessages = z.array(RawMessage)

/** A message to Readback: where it stands, what it says to Readback, and the message that it replies to. */
export type ReceivedMessage = {
  id: string
  channel: string
  guild: string | null
  /** Its words without mentions. */
  words: string
  /** The text of the message that it replies to; null where there is none, or Discord does not deliver it. */
  repliesTo: string | null
}

/** Mentions that a message begins with. */
const OPENING_MENTIONS = /^(?:\s*<@!?(\d+)>[,&+\s]*(?:and\b)?)+/i

/**
 * Returns a delivered message; null where it does not speak to Readback: it is by a bot, calls a channel or a role,
 * mentions others and not Readback first and alone, or is none that Readback knows. `self` is the bot's user id.
 */
export function readMessage(payload: unknown, self: string): ReceivedMessage | null {
  const parsed = RawReply.safeParse(payload)
  if (!parsed.success) return null
  const { author, content, mentions, ...raw } = parsed.data
  if (author.bot || author.id === self || raw.webhook_id) return null
  if (raw.mention_everyone || raw.mention_roles.length > 0) return null
  const mentioned = mentions.map(({ id }) => id)
  if (raw.guild_id && !mentioned.includes(self)) return null
  if (mentioned.some((id) => id !== self) && !isFirstAndAlone(content, self)) return null
  return {
    id: raw.id,
    channel: raw.channel_id,
    guild: raw.guild_id ?? null,
    words: withoutMentions(ownSentences(content, self)),
    repliesTo: raw.referenced_message?.content || null,
  }
}

function isFirstAndAlone(content: string, self: string): boolean {
  const opening = OPENING_MENTIONS.exec(content)?.[0] ?? ''
  return [...opening.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id).join() === self
}

/** Returns a message without the sentences that mention others: those are no part of the question. */
const ownSentences = (content: string, self: string) =>
  content
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => [...sentence.matchAll(/<@!?(\d+)>/g)].every(([, id]) => id === self))
    .join(' ') || content

const withoutMentions = (content: string) =>
  content
    .replace(/<@[!&]?\d+>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

/**
 * Returns what people wrote in messages, oldest first, and which of them were questions to Readback; those whose content
 * Discord does not deliver are left out.
 */
export function earlierMessages(payload: unknown, self: string): { text: string; isQuestion: boolean }[] {
  const parsed = RawMessages.safeParse(payload)
  if (!parsed.success) return []
  return parsed.data
    .filter(({ author, content }) => !author.bot && content)
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .map(({ content, mentions, guild_id }) => ({
      text: withoutMentions(content),
      isQuestion: !guild_id || mentions.some(({ id }) => id === self),
    }))
}
