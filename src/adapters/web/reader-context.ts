import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { Config, WebConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Route } from '../adapter.ts'

/** What the reader is made with. */
export type Setting = {
  newsroom: Newsroom
  commands: AnyCommand[]
  web: WebConfig & Pick<Config, 'publicUrl'>
  log: Logger
  /** What chats have it serve for them: each knows by itself who may ask. */
  routes: Route[]
}
