import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { Config, WebConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'

/** What the reader is made with. */
export type Setting = {
  newsroom: Newsroom
  commands: AnyCommand[]
  web: WebConfig & Pick<Config, 'publicUrl'>
  log: Logger
}
