import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Typed } from './command-names.ts'
import type { Deliveries } from './deliveries.ts'

/** What every listener works with. */
export type Setting = {
  newsroom: Newsroom
  commands: AnyCommand[]
  /** The same by the names that they are typed by in Slack. */
  typed: Typed
  deliveries: Deliveries
  log: Logger
}

/** A command by its name; there is always one. */
export function commandNamed(commands: AnyCommand[], name: string): AnyCommand {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`There is no command “${name}”.`)
  return command
}
