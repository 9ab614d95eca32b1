/** How a run of rich text stands out. */
export type Style = { bold?: true; italic?: true; strike?: true }

/** A run of rich text: its text is literal, so nothing in it formats, links or mentions. */
export type RichText =
  | { type: 'text'; text: string; style?: Style }
  | { type: 'link'; url: string; text: string }
  | { type: 'user'; user_id: string }

/** A part of a rich text block. */
export type RichPart =
  | { type: 'rich_text_section' | 'rich_text_quote'; elements: RichText[] }
  | {
      type: 'rich_text_list'
      style: 'bullet'
      elements: { type: 'rich_text_section'; elements: RichText[] }[]
    }

export type PlainText = { type: 'plain_text'; text: string; emoji: false }
export type Mrkdwn = { type: 'mrkdwn'; text: string; verbatim: true }

export type Button = {
  type: 'button'
  action_id: string
  text: PlainText
  value: string
  accessibility_label?: string
}

/** The blocks of Block Kit that replies are made of (https://docs.slack.dev/reference/block-kit/blocks). */
export type Block =
  | { type: 'header'; text: PlainText }
  | { type: 'rich_text'; elements: RichPart[] }
  | { type: 'context'; elements: (PlainText | Mrkdwn)[] }
  | { type: 'actions'; elements: Button[] }
  | { type: 'divider' }

/** What Slack takes in one message (https://docs.slack.dev/reference/block-kit/blocks). */
export const LIMITS = {
  blocks: 50,
  header: 150,
  /** The text of one block. */
  text: 3_000,
  /**
   * Not documented: a message whose blocks hold some 13,200 characters is refused with `msg_blocks_too_long`
   * (https://github.com/slackapi/bolt-js/issues/2509). This leaves room for a message's top-level text too.
   */
  message: 8_000,
  /** The top-level text, which is read out and shown in notifications. */
  topLevel: 2_000,
  url: 3_000,
} as const

export const plain = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false })

/** Mrkdwn may hold only what Readback itself says: there is no escape for `*`, `_`, `~` and `` ` `` in it. */
export const mrkdwn = (text: string): Mrkdwn => ({ type: 'mrkdwn', text, verbatim: true })

/** A text with the three characters escaped that make a mention, a link or an entity of what follows. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A text cut to a length, at a space where there is one near, with "…" where something was cut. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, breakIn(text, length - 1)).trimEnd()}…`
}

/** A text in pieces of at most a length, which together are the text: cut at a space where there is one near. */
export function pieces(text: string, length: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > length) {
    const at = breakIn(rest, length)
    found.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest ? [...found, rest] : found
}

/** Where to break a text so that at most `length` code units stand before: after a space, never within a character. */
function breakIn(text: string, length: number): number {
  const space = text.lastIndexOf(' ', length - 1) + 1
  if (space > length / 2) return space
  return isLowSurrogate(text.charCodeAt(length)) && length > 1 ? length - 1 : length
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** The text that a run is measured by. */
export const textIn = (run: RichText) => (run.type === 'user' ? run.user_id : run.text)
