import pino from 'pino'
import { expect, it } from 'vitest'
import { boltLogger } from '../../../src/adapters/slack/bolt-logger.ts'

it.each([
  ['Malformed request body: Unexpected token "who said please"', 'Malformed request body'],
  ['Failed to retrieve a new WSS URL (error: xapp-1-secret)', 'Failed to retrieve a new WSS URL'],
  [new Error('xoxb-1-secret'), 'Error'],
  ['{"text":"who said please"}', 'a warning'],
])('keeps of what Bolt says no more than how it begins: %s', (said, kept) => {
  const lines: string[] = []
  const logger = boltLogger(
    pino({ level: 'trace' }, { write: (line: string) => lines.push(JSON.parse(line).msg) }),
  )
  logger.debug(said as string)
  logger.info(said as string)
  logger.error(said as string)
  expect(lines).toEqual([kept])
})
