// Types the Block Kit blocks that replies use, and cuts and escapes text for them.
/** The style of a run of rich text. */
export type TextStyle = { bold?: true; italic?: true; strike?: true }

/** A run of rich text. Slack shows its text literally: nothing in it formats, links or mentions. */
export type RichTextRun =
  | { type: 'text'; text: string; style?: TextStyle }
  | { type: 'link'; url: string; text: string }
  | { type: 'user'; user_id: string }

/** A part of a rich text block. */
export type RichTextPart =
  | { type: 'rich_text_section' | 'rich_text_quote'; elements: RichTextRun[] }
  | {
      type: 'rich_text_list'
      style: 'bullet'
      elements: { type: 'rich_text_section'; elements: RichTextRun[] }[]
    }

export type PlainText = { type: 'plain_text'; text: string; emoji: false }
export type Mrkdwn = { type: 'mrkdwn'; text: string; verbatim: true }

export type SlackButton = {
  type: 'button'
  action_id: string
  text: PlainText
  value: string
  accessibility_label?: string
}

/** A menu behind three dots, of at most five options, each with a value of at most 150 characters. */
export type SlackMenu = {
  type: 'overflow'
  action_id: string
  options: { text: PlainText; value: string }[]
}

/** What can be pressed in a row of actions. */
export type SlackControl = SlackButton | SlackMenu

/** The blocks of Block Kit that replies are made of (https://docs.slack.dev/reference/block-kit/blocks). */
export type SlackBlock =
  | { type: 'header'; text: PlainText }
  | { type: 'rich_text'; elements: RichTextPart[] }
  | { type: 'context'; elements: (PlainText | Mrkdwn)[] }
  | { type: 'actions'; elements: SlackControl[] }
  | { type: 'divider' }

/** Slack’s limits, in characters except for `blocks` (https://docs.slack.dev/reference/block-kit/blocks). */
export const SLACK_LIMITS = {
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
  /** The value of a button. */
  value: 2_000,
} as const

export const plainTextObject = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false })

/** Returns a mrkdwn object; only for Readback’s own words: mrkdwn has no escape for `*`, `_`, `~` and `` ` ``. */
export const mrkdwnObject = (text: string): Mrkdwn => ({ type: 'mrkdwn', text, verbatim: true })

/** Escapes the three characters that begin a mention, a link or an entity. */
export const escapeMrkdwn = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Cuts a text to a length, at a space in its second half if there is one, and adds "…" where it cut. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, breakPoint(text, length - 1)).trimEnd()}…`
}

/** Splits a text into pieces of at most a length, at spaces where possible; joined, the pieces are the text. */
export function splitText(text: string, length: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > length) {
    const at = breakPoint(rest, length)
    found.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest ? [...found, rest] : found
}

/** Returns the offset to break at, at most `length` code units: after a space if possible, never in a surrogate pair. */
function breakPoint(text: string, length: number): number {
  const space = text.lastIndexOf(' ', length - 1) + 1
  if (space > length / 2) return space
  return isLowSurrogate(text.charCodeAt(length)) && length > 1 ? length - 1 : length
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Returns the text by which a run’s length is measured. */
export const runText = (run: RichTextRun) => (run.type === 'user' ? run.user_id : run.text)
