// Defines what the reader needs.
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { Config, WebConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Route } from '../adapter.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { SERVER_LIMITS } from './server-limits.ts'

/** What the reader needs. */
export type ReaderContext = {
  newsroom: Newsroom
  commands: AnyCommand[]
  web: WebConfig & Pick<Config, 'publicUrl'>
  log: Logger
  metrics: Metrics
  /** What a client may take; `SERVER_LIMITS` where it is not set. */
  limits?: typeof SERVER_LIMITS
  /** Whether any free port will do where the default one is taken: for a person who is told which, not for a proxy. */
  anyPort: boolean
  /** The routes of chat adapters; each checks access by itself. */
  routes: Route[]
}
