// Types the Discord components that replies use, and builds containers and rows of buttons and menus.
import type { Button } from './actions.ts'
import { writeAction } from './actions.ts'

/**
 * Discord’s limits, in characters except for `row`, which counts buttons:
 * https://docs.discord.com/developers/components/reference and its message resource.
 */
export const DISCORD_LIMITS = { text: 4000, content: 2000, url: 512, label: 80, row: 5 }

/** The flag IS_COMPONENTS_V2: the message consists of components alone. */
export const COMPONENTS_V2 = 1 << 15

/** The components that replies are made of, with Discord’s numbers for their types and styles. */
type Text = { type: 10; content: string }
type LinkButton = { type: 2; style: 5; label: string; url: string }
type ActionButton = { type: 2; style: 1 | 2; label: string; custom_id: string }
type Menu = { type: 3; custom_id: string; placeholder: string; options: { label: string; value: string }[] }
export type Row = { type: 1; components: ActionButton[] | [Menu] }
type Section = { type: 9; components: [Text]; accessory: LinkButton }
type Separator = { type: 14; divider: true; spacing: 1 }
type Container = { type: 17; components: (Text | Section | Separator)[] }

/** A message for Discord’s API: components or, where they are refused, `content`. It mentions nobody. */
export type DiscordMessage = {
  flags?: number
  content?: string
  components: (Container | Row)[]
  allowed_mentions: { parse: [] }
}

/** Markdown that stays together, and the link to the story; null where there is none. */
export type MarkdownBlock = { text: string; link: string | null }

/** Blocks that get a link button: with separators and button rows, a message stays within Discord’s 40 components. */
const MAX_LINK_SECTIONS = 5

/** Returns a container of blocks: those with a link as sections, a divider before each; the others as text. */
export function container(blocks: MarkdownBlock[]): Container {
  const components: Container['components'] = []
  let sections = 0
  for (const { text, link } of blocks) {
    const last = components.at(-1)
    if (link && sections < MAX_LINK_SECTIONS) {
      sections++
      if (last) components.push({ type: 14, divider: true, spacing: 1 })
      components.push({ type: 9, components: [textDisplay(text)], accessory: linkButton(link) })
    } else if (last?.type === 10) last.content += `\n${text}`
    else components.push(textDisplay(text))
  }
  return { type: 17, components }
}

const textDisplay = (content: string): Text => ({ type: 10, content })
const linkButton = (url: string): LinkButton => ({ type: 2, style: 5, label: 'Read in the story', url })

/** The buttons of a message, and the menu of what is pressed less often: a phone shows a row of few buttons whole. */
export type Controls = { buttons: Button[]; menu: Button[] }

export const NO_CONTROLS: Controls = { buttons: [], menu: [] }

/** The custom_id of a menu; what was chosen in it comes with its own token. */
const MENU_ID = 'menu'

/** Returns the rows of buttons and of the menu, without empty ones. Sharing, which others see, has the primary style. */
export function controlRows({ buttons, menu }: Controls): Row[] {
  const row: Row = { type: 1, components: buttons.slice(0, DISCORD_LIMITS.row).map(actionButton) }
  const options = menu.map(({ label, action }) => ({ label, value: writeAction(action) }))
  const select: Row = {
    type: 1,
    components: [{ type: 3, custom_id: MENU_ID, placeholder: 'More to do with this', options }],
  }
  return [...(buttons.length ? [row] : []), ...(menu.length ? [select] : [])]
}

const actionButton = ({ label, action }: Button): ActionButton => ({
  type: 2,
  style: action.act === 'share' ? 1 : 2,
  label,
  custom_id: writeAction(action),
})
