import type { AnyCommand } from '../../../commands/command.ts'
import { helpOn } from '../../../commands/help.ts'

/**
 * Commands of Slack’s own: a manifest with one of these names is refused as a whole
 * (https://slack.com/help/articles/201259356-Slash-commands-in-Slack).
 */
const TAKEN = new Set(
  `active apps archive away call collapse dm dnd expand feed feedback help invite join keys kick leave me msg mute
  open part prefs remind remove rename search shortcuts shrug star status topic unarchive who`.split(/\s+/),
)

/** What a command is called in Slack: its own name after the prefix, and after Readback’s where Slack has taken that. */
function slackName(name: string, prefix: string): string {
  const prefixed = prefix + name
  return TAKEN.has(prefixed) ? `readback-${name}` : prefixed
}

/** Commands by the names that they are typed by in Slack, so that help and usage say what can be typed there. */
export type Typed = { asked: AnyCommand[]; help: AnyCommand }

export function asTyped(commands: AnyCommand[], prefix: string): Typed {
  const typed = (command: AnyCommand) => ({ ...command, name: slackName(command.name, prefix) })
  const asked = commands.filter(({ name }) => name !== 'help').map(typed)
  return { asked, help: typed(helpOn(asked)) }
}
