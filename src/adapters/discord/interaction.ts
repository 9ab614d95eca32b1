// Parses the interactions that Discord delivers.
import { z } from 'zod'
import type { Audience } from '../../../commands/outgoing-message.ts'

const Id = z.string().regex(/^\d{1,20}$/)
const User = z.object({ id: Id, username: z.string(), global_name: z.string().nullish() })
const Option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})
const Component: z.ZodType<Component> = z.object({
  content: z.string().optional(),
  get components() {
    return z.array(Component).optional()
  },
})
type Component = { content?: string | undefined; components?: Component[] | undefined }
const Message = z.object({
  content: z.string(),
  flags: z.int().optional(),
  embeds: z.array(z.object({ title: z.string().nullish(), description: z.string().nullish() })).optional(),
  components: z.array(Component).optional(),
})
type Message = z.infer<typeof Message>

const CommonFields = z.object({
  id: Id,
  application_id: Id,
  token: z.string().min(1),
  guild_id: Id.nullish(),
  member: z.object({ user: User, nick: z.string().nullish() }).optional(),
  user: User.optional(),
})
const CommandFields = { name: z.string(), options: z.array(Option).optional() }
const SlashCommand = z.object({ type: z.literal(1), ...CommandFields })
const MessageCommand = z.object({
  type: z.literal(3),
  name: z.string(),
  target_id: Id,
  resolved: z.object({ messages: z.record(z.string(), Message) }),
})

/**
 * The parts of an interaction that Readback reads:
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
const RawInteraction = z.discriminatedUnion('type', [
  CommonFields.extend({ type: z.literal(1) }),
  CommonFields.extend({
    type: z.literal(2),
    data: z.discriminatedUnion('type', [SlashCommand, MessageCommand]),
  }),
  CommonFields.extend({
    type: z.literal(3),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).optional() }),
    message: Message.extend({ id: Id }),
  }),
  CommonFields.extend({ type: z.literal(4), data: SlashCommand }),
])
type RawInteraction = z.infer<typeof RawInteraction>

/** The message whose button was pressed: its id, who sees it, and its text, which is the bot's own. */
export type PressedMessage = { id: string; audience: Audience; text: string }

/** What a person did, by kind; `ping` is Discord itself checking the endpoint. */
type InteractionData =
  | { kind: 'ping' }
  | { kind: 'command'; name: string; options: Record<string, string>; audience: Audience }
  | { kind: 'message'; name: string; text: string }
  | { kind: 'press'; button: string; message: PressedMessage }
  | { kind: 'typing'; name: string; option: string; typed: string }

/**
 * An interaction: what was done, by whom, in which server (null in a direct message), and the token that answers it.
 */
export type Interaction = InteractionData & {
  id: string
  application: string
  token: string
  guild: string | null
  asker: { name: string }
}

/** Parses an interaction as the gateway or HTTP delivers it. Throws a ZodError if it is none that Readback knows. */
export function readInteraction(payload: unknown): Interaction {
  const raw = RawInteraction.parse(payload)
  const { id, application_id: application, token, guild_id, member, user } = raw
  const who = member?.user ?? user
  const name = member?.nick ?? who?.global_name ?? who?.username ?? 'somebody'
  return { ...dataOf(raw), id, application, token, guild: guild_id ?? null, asker: { name } }
}

/** The message flag EPHEMERAL: only the person who asked sees the message. */
const EPHEMERAL_FLAG = 1 << 6

function dataOf(raw: RawInteraction): InteractionData {
  switch (raw.type) {
    case 1:
      return { kind: 'ping' }
    case 2:
      return raw.data.type === 1 ? slashCommandOf(raw.data) : messageCommandOf(raw.data)
    case 3: {
      const { id, flags = 0 } = raw.message
      const audience = (flags & EPHEMERAL_FLAG) === 0 ? 'public' : 'private'
      return {
        kind: 'press',
        button: raw.data.values?.[0] ?? raw.data.custom_id,
        message: { id, audience, text: textOf(raw.message) },
      }
    }
    case 4:
      return autocompleteOf(raw.data)
  }
}

function slashCommandOf({ name, options = [] }: z.infer<typeof SlashCommand>): InteractionData {
  const given = options.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : []))
  const isPublic = options.some(({ name, value }) => name === 'public' && value === true)
  return {
    kind: 'command',
    name,
    options: Object.fromEntries(given),
    audience: isPublic ? 'public' : 'private',
  }
}

function autocompleteOf({ name, options = [] }: z.infer<typeof SlashCommand>): InteractionData {
  const focused = options.find(({ focused }) => focused)
  return { kind: 'typing', name, option: focused?.name ?? '', typed: String(focused?.value ?? '') }
}

function messageCommandOf({ name, target_id, resolved }: z.infer<typeof MessageCommand>): InteractionData {
  const message = resolved.messages[target_id]
  return { kind: 'message', name, text: message ? textOf(message) : '' }
}

/** Returns the text of a message: its content, its embeds, and the text in its components, one per line. */
function textOf({ content, embeds = [], components = [] }: Message): string {
  const embedded = embeds.flatMap(({ title, description }) => [title, description])
  return [content, ...embedded, ...components.flatMap(textsIn)].filter((text) => text).join('\n')
}

const textsIn = ({ content, components = [] }: Component): string[] => [
  ...(content ? [content] : []),
  ...components.flatMap(textsIn),
]
