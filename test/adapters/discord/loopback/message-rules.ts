// Defines Discord's published rules for what an app sends.
import { z } from 'zod'

/**
 * The rules refuse unknown fields. Sources:
 * https://docs.discord.com/developers/components/reference, …/resources/message, …/interactions/receiving-and-responding.
 */
const id = z.int().nonnegative().optional()
const text = z.strictObject({ type: z.literal(10), content: z.string().min(1).max(4000), id })
const linkButton = z.strictObject({
  type: z.literal(2),
  style: z.literal(5),
  label: z.string().min(1).max(80),
  url: z.url({ protocol: /^https?$/ }).max(512),
})
const pressButton = z.strictObject({
  type: z.literal(2),
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: z.string().min(1).max(80),
  custom_id: z.string().min(1).max(100),
})
const button = z.union([linkButton, pressButton])
const select = z.strictObject({
  type: z.literal(3),
  custom_id: z.string().min(1).max(100),
  placeholder: z.string().max(150).optional(),
  options: z
    .array(z.strictObject({ label: z.string().min(1).max(100), value: z.string().min(1).max(100) }))
    .min(1)
    .max(25),
})
const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
  id,
})
const section = z.strictObject({
  type: z.literal(9),
  components: z.array(text).min(1).max(3),
  accessory: button,
  id,
})
const separator = z.strictObject({
  type: z.literal(14),
  divider: z.boolean().optional(),
  spacing: z.union([z.literal(1), z.literal(2)]).optional(),
})
const container = z.strictObject({
  type: z.literal(17),
  components: z.array(z.union([text, section, separator, row])).min(1),
  accent_color: z.int().min(0).max(0xffffff).optional(),
})

type Component = {
  type: number
  content?: string
  custom_id?: string
  components?: Component[]
  accessory?: Component
}

const nested = (components: Component[]): Component[] =>
  components.flatMap((one) => [
    one,
    ...nested(one.components ?? []),
    ...(one.accessory ? [one.accessory] : []),
  ])

const noPings = z.strictObject({ parse: z.array(z.never()).length(0) })

const checked = <T extends z.ZodType<{ components?: Component[] }>>(message: T) =>
  message.superRefine(({ components = [] }, context) => {
    const all = nested(components)
    const length = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0)
    const ids = all.flatMap(({ custom_id }) => custom_id ?? [])
    if (all.length > 40) context.addIssue(`${all.length} components, 40 at most`)
    if (length > 4000) context.addIssue(`${length} characters in all text displays, 4000 at most`)
    if (new Set(ids).size < ids.length) context.addIssue('a custom_id twice')
  })

const EPHEMERAL = 64
const COMPONENTS_V2 = 32768

/** A message of components: no content, and the flag that says so; `ephemeral` where it may be. */
const components = (flags: number[], more: z.ZodRawShape = {}) =>
  checked(
    z.strictObject({
      ...more,
      flags: z.int().refine((set) => flags.includes(set), 'flags that are not allowed here'),
      components: z.array(z.union([container, text, section, separator, row])).min(1),
      allowed_mentions: noPings,
    }),
  )

/** A message of plain content, with rows of buttons. */
const plain = (flags: number[], more: z.ZodRawShape = {}) =>
  checked(
    z.strictObject({
      ...more,
      flags: z
        .int()
        .refine((set) => flags.includes(set), 'flags that are not allowed here')
        .optional(),
      content: z.string().min(1).max(2000),
      components: z.array(row).max(5).optional(),
      allowed_mentions: noPings,
    }),
  )

/** A message as an edit of a reply takes it. */
export const Edit = z.union([components([COMPONENTS_V2]), plain([0])])

/** A message as a first response takes it. */
const Message = z.union([components([COMPONENTS_V2, COMPONENTS_V2 | EPHEMERAL]), plain([0, EPHEMERAL])])

/** A message as a channel takes it: on its own, or as a reply to another, posted once however often it is sent. */
const inChannel = {
  message_reference: z
    .strictObject({ message_id: z.string().regex(/^\d+$/), fail_if_not_exists: z.literal(false) })
    .optional(),
  nonce: z.string().min(1).max(25).optional(),
  enforce_nonce: z.literal(true).optional(),
}
export const ChannelMessage = z.union([components([COMPONENTS_V2], inChannel), plain([0], inChannel)])

const choice = z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) })

/** A response to an interaction, of every type that this bot gives. */
export const Response = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(1) }),
  z.strictObject({ type: z.literal(4), data: Message }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.union([z.literal(0), z.literal(EPHEMERAL)]) }).optional(),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: Message }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: z.array(choice).max(25) }) }),
])
