import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../../answers/desk.ts'

/**
 * Bolt's logger. Bolt writes whole payloads to its debug log, and the end of its warnings may quote one: people's
 * questions, response URLs, tokens. Only how a warning begins is kept.
 */
export function boltLogger(log: Log): Logger {
  const warn = (...parts: unknown[]) => log.warn({ from: 'bolt' }, beginning(parts))
  const nothing = () => {}
  return {
    debug: nothing,
    info: nothing,
    warn,
    error: warn,
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  }
}

const beginning = ([first]: unknown[]) =>
  (/^[^:("'`{[<]*/.exec(String(first))?.[0] ?? '').trim() || 'a warning'
