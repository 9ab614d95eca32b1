import { z } from 'zod'

/**
 * Block Kit as Slack checks it, as far as its limits are known (https://docs.slack.dev/reference/block-kit): a
 * payload that Slack would refuse is refused here, with the path of what is wrong.
 */
const text = (longest: number) => z.string().min(1).max(longest)
const plainText = (longest: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(longest), emoji: z.boolean().optional() })
const mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: text(3_000).refine(isWellFormed, 'has a < that begins no link or mention'),
  verbatim: z.boolean().optional(),
})

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
const run = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(3_000), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: z.url().max(3_000),
    text: text(3_000),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) }),
])
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(run).min(1) })
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().max(255).optional(),
  elements: z
    .array(
      z.union([
        section,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(run).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
        }),
      ]),
    )
    .min(1),
})
const button = z.strictObject({
  type: z.literal('button'),
  action_id: text(255),
  text: plainText(75),
  value: text(2_000).optional(),
  url: z.url().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
})
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: text(255),
  options: z
    .array(z.strictObject({ text: plainText(75), value: text(150) }))
    .min(1)
    .max(5),
})
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: z.string().max(255).optional(),
  elements: z
    .array(z.union([button, overflow]))
    .min(1)
    .max(25)
    .refine(
      (all) => new Set(all.map(({ action_id }) => action_id)).size === all.length,
      'has an action_id twice',
    ),
})
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([plainText(3_000), mrkdwn]))
      .min(1)
      .max(10),
  }),
  richText.refine((one) => lengthOf(one) <= 3_000, 'is longer than 3,000 characters'),
  actions,
])

const blocks = (most: number) =>
  z
    .array(block)
    .min(1)
    .max(most)
    .refine(
      (all) => all.reduce((sum, one) => sum + lengthOf(one), 0) <= 10_000,
      'hold more than 10,000 characters',
    )

/** A message, its other arguments aside. */
export const Message = z.object({
  text: text(4_000).refine(
    (one) => one.trim() !== '' && isWellFormed(one),
    'says nothing, or mentions somebody',
  ),
  blocks: blocks(50).optional(),
})

/** A Home tab. */
export const HomeView = z.strictObject({ type: z.literal('home'), blocks: blocks(100) })

/** An unfurl: blocks, and what is shown of it where blocks are not. */
export const Unfurl = z.strictObject({
  blocks: blocks(50),
  color: z.string().optional(),
  fallback: text(1_000).optional(),
})

/** Every `<` begins a link, or a mention of one person by their id. */
function isWellFormed(mrkdwn: string): boolean {
  return !/[<>]/.test(mrkdwn.replace(/<(?:https?:\/\/[^<>|\s]+\|[^<>|]+|@[UW][A-Z0-9]+)>/g, ''))
}

/** The characters of text anywhere in a block. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one), 0)
  if (value === null || typeof value !== 'object') return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : lengthOf(one)),
    0,
  )
}
