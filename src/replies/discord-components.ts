import type { Button } from './actions.ts'
import { writeAction } from './actions.ts'

/** What Discord takes at most: https://docs.discord.com/developers/components/reference and its message resource. */
export const LIMITS = { text: 4000, content: 2000, url: 512, label: 80, row: 5 }

/** The flag IS_COMPONENTS_V2: the message consists of components alone. */
export const COMPONENTS_V2 = 1 << 15

/** The components that replies are made of, under Discord's numbers for them. */
type Text = { type: 10; content: string }
type Link = { type: 2; style: 5; label: string; url: string }
type Press = { type: 2; style: 1 | 2; label: string; custom_id: string }
export type Row = { type: 1; components: Press[] }
type Section = { type: 9; components: [Text]; accessory: Link }
type Separator = { type: 14; divider: true; spacing: 1 }
type Container = { type: 17; components: (Text | Section | Separator)[] }

/** A message as Discord takes it: components, or where they are refused, `content`. Nothing in it pings anybody. */
export type DiscordMessage = {
  flags?: number
  content?: string
  components: (Container | Row)[]
  allowed_mentions: { parse: [] }
}

/** A block is Markdown that stays together, and where the words in it can be read. */
export type Block = { text: string; link: string | null }

/** Blocks that get a button for their link: with their separators and the rows they stay within 40 components. */
const SECTIONS = 5

/** Blocks in a container: those with a link as sections, with a line before each; others as plain text. */
export function container(blocks: Block[]): Container {
  const components: Container['components'] = []
  let sections = 0
  for (const { text, link } of blocks) {
    const last = components.at(-1)
    if (link && sections < SECTIONS) {
      sections++
      if (last) components.push({ type: 14, divider: true, spacing: 1 })
      components.push({ type: 9, components: [textDisplay(text)], accessory: linkButton(link) })
    } else if (last?.type === 10) last.content += `\n${text}`
    else components.push(textDisplay(text))
  }
  return { type: 17, components }
}

const textDisplay = (content: string): Text => ({ type: 10, content })
const linkButton = (url: string): Link => ({ type: 2, style: 5, label: 'Read in the story', url })

/** Rows of buttons; sharing, which others will see, is the one that stands out. */
export const rows = (buttons: Button[][]): Row[] =>
  buttons
    .filter(({ length }) => length > 0)
    .map((row) => ({ type: 1, components: row.slice(0, LIMITS.row).map(press) }))

const press = ({ label, action }: Button): Press => ({
  type: 2,
  style: action.act === 'share' ? 1 : 2,
  label,
  custom_id: writeAction(action),
})
