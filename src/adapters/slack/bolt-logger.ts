// Passes Bolt's warnings to the program's log, without the payloads in them.
import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../../answers/desk.ts'

/**
 * Returns a logger for Bolt. Bolt writes whole payloads to its debug log, and its warnings may end with one: people's
 * questions, response URLs, tokens. So only the beginning of a warning is logged, up to the first mark that may open a
 * payload.
 */
export function boltLogger(log: Log): Logger {
  const warn = (...parts: unknown[]) => log.warn({ from: 'bolt' }, safePrefix(parts))
  const ignore = () => {}
  return {
    debug: ignore,
    info: ignore,
    warn,
    error: warn,
    setLevel: ignore,
    getLevel: () => LogLevel.WARN,
    setName: ignore,
  }
}

const safePrefix = ([first]: unknown[]) =>
  (/^[^:("'`{[<]*/.exec(String(first))?.[0] ?? '').trim() || 'a warning'
