import { z } from 'zod'
import type { Audience } from '../../../commands/buttons.ts'

const Id = z.string().regex(/^\d{1,20}$/)
const User = z.object({ id: Id, username: z.string(), global_name: z.string().nullish() })
const Option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})
const Part: z.ZodType<Part> = z.object({
  content: z.string().optional(),
  get components() {
    return z.array(Part).optional()
  },
})
type Part = { content?: string | undefined; components?: Part[] | undefined }
const Message = z.object({
  content: z.string(),
  flags: z.int().optional(),
  embeds: z.array(z.object({ title: z.string().nullish(), description: z.string().nullish() })).optional(),
  components: z.array(Part).optional(),
})
type Message = z.infer<typeof Message>

const Common = z.object({
  id: Id,
  application_id: Id,
  token: z.string().min(1),
  guild_id: Id.nullish(),
  member: z.object({ user: User, nick: z.string().nullish() }).optional(),
  user: User.optional(),
})
const Options = { name: z.string(), options: z.array(Option).optional() }
const ChatInput = z.object({ type: z.literal(1), ...Options })
const OnMessage = z.object({
  type: z.literal(3),
  name: z.string(),
  target_id: Id,
  resolved: z.object({ messages: z.record(z.string(), Message) }),
})

/** The parts of an interaction that Readback reads: https://docs.discord.com/developers/interactions/receiving-and-responding */
const Received = z.discriminatedUnion('type', [
  Common.extend({ type: z.literal(1) }),
  Common.extend({ type: z.literal(2), data: z.discriminatedUnion('type', [ChatInput, OnMessage]) }),
  Common.extend({ type: z.literal(3), data: z.object({ custom_id: z.string() }), message: Message }),
  Common.extend({ type: z.literal(4), data: ChatInput }),
])
type Received = z.infer<typeof Received>

/** What somebody does in Discord. */
type Deed =
  | { kind: 'ping' }
  | { kind: 'command'; name: string; options: Record<string, string>; audience: Audience }
  | { kind: 'message'; name: string; text: string }
  | { kind: 'press'; button: string; audience: Audience }
  | { kind: 'typing'; name: string; option: string; typed: string }

/** An interaction is one thing that somebody does in Discord: whose it is, and the token that answers it. */
export type Interaction = Deed & {
  id: string
  application: string
  token: string
  guild: string | null
  asker: { name: string }
}

/** Reads an interaction as Discord delivers it, by the gateway or over HTTP; throws a ZodError where it is none. */
export function readInteraction(raw: unknown): Interaction {
  const received = Received.parse(raw)
  const { id, application_id: application, token, guild_id, member, user } = received
  const who = member?.user ?? user
  const name = member?.nick ?? who?.global_name ?? who?.username ?? 'somebody'
  return { ...deedOf(received), id, application, token, guild: guild_id ?? null, asker: { name } }
}

const EPHEMERAL = 1 << 6

function deedOf(received: Received): Deed {
  switch (received.type) {
    case 1:
      return { kind: 'ping' }
    case 2:
      return received.data.type === 1 ? commandOf(received.data) : onMessage(received.data)
    case 3: {
      const isPrivate = ((received.message.flags ?? 0) & EPHEMERAL) !== 0
      return { kind: 'press', button: received.data.custom_id, audience: isPrivate ? 'private' : 'public' }
    }
    case 4:
      return typingOf(received.data)
  }
}

function commandOf({ name, options = [] }: z.infer<typeof ChatInput>): Deed {
  const given = options.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : []))
  const isPublic = options.some(({ name, value }) => name === 'public' && value === true)
  return {
    kind: 'command',
    name,
    options: Object.fromEntries(given),
    audience: isPublic ? 'public' : 'private',
  }
}

function typingOf({ name, options = [] }: z.infer<typeof ChatInput>): Deed {
  const focused = options.find(({ focused }) => focused)
  return { kind: 'typing', name, option: focused?.name ?? '', typed: String(focused?.value ?? '') }
}

function onMessage({ name, target_id, resolved }: z.infer<typeof OnMessage>): Deed {
  const message = resolved.messages[target_id]
  return { kind: 'message', name, text: message ? textOf(message) : '' }
}

/** What a message says: its content, what it embeds, and the text among its components. */
function textOf({ content, embeds = [], components = [] }: Message): string {
  const embedded = embeds.flatMap(({ title, description }) => [title, description])
  return [content, ...embedded, ...components.flatMap(textsIn)].filter((text) => text).join('\n')
}

const textsIn = ({ content, components = [] }: Part): string[] => [
  ...(content ? [content] : []),
  ...components.flatMap(textsIn),
]
