// Defines what every Slack listener works with.
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Deliveries } from '../deliveries.ts'
import type { SlackCommands } from './command-names.ts'

/** Passed to every listener. `commands` have their own names; `slackCommands` have those that people type in Slack. */
export type ListenerContext = {
  newsroom: Newsroom
  commands: AnyCommand[]
  slackCommands: SlackCommands
  deliveries: Deliveries
  log: Logger
}

/** Returns a command by its own name; throws an Error if there is none. */
export function commandNamed(commands: AnyCommand[], name: string): AnyCommand {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`There is no command “${name}”.`)
  return command
}
