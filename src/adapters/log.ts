// Opens the log: JSON lines on stderr, with the level in words and the time as an ISO instant.
import pino, { type Logger } from 'pino'

/** Opens the log at the level of warnings, until the configuration says another. */
export const openLog = (): Logger =>
  pino(
    {
      level: 'warn',
      base: undefined,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination(2),
  )
