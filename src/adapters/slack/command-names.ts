// Gives the commands names that Slack accepts.
import type { AnyCommand } from '../../../commands/command.ts'
import { helpCommand } from '../../../commands/help.ts'

/**
 * The names of Slack’s own commands. Slack refuses a manifest with one of these names as a whole
 * (https://slack.com/help/articles/201259356-Slash-commands-in-Slack).
 */
const SLACK_OWN_COMMANDS = new Set(
  `active apps archive away call collapse dm dnd expand feed feedback help invite join keys kick leave me msg mute
  open part prefs remind remove rename search shortcuts shrug star status topic unarchive who`.split(/\s+/),
)

/**
 * Returns the name of a command in Slack: its own name after the prefix, or after `readback-` if Slack has a command of
 * that name (`status` becomes `readback-status`).
 */
function slackName(name: string, prefix: string): string {
  const prefixed = prefix + name
  return SLACK_OWN_COMMANDS.has(prefixed) ? `readback-${name}` : prefixed
}

/** The commands under their names in Slack, so that help and usage show what can be typed there; `help` separately. */
export type SlackCommands = { asked: AnyCommand[]; help: AnyCommand }

/** Returns the commands under their names in Slack. */
export function slackCommands(commands: AnyCommand[], prefix: string): SlackCommands {
  const renamed = (command: AnyCommand) => ({ ...command, name: slackName(command.name, prefix) })
  const asked = commands.filter(({ name }) => name !== 'help').map(renamed)
  return { asked, help: renamed(helpCommand(asked)) }
}
