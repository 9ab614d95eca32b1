import type { Logger } from 'pino'
import { commands } from '../../../commands/index.ts'
import type { Config } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import { serveReader } from '../web/start.ts'
import { aborted, endSignal, inputKind } from './input.ts'
import { prompt } from './prompt.ts'

/**
 * Serves the web reader and answers at the prompt, until the input ends or the program is told to; without any
 * input, as a service has none, until it is told to.
 */
export async function stayOpen(
  newsroom: Newsroom,
  { config, log }: { config: Config; log: Logger },
): Promise<void> {
  const signal = endSignal()
  const reader = await serveReader({
    newsroom,
    commands,
    web: { ...config.web, publicUrl: config.publicUrl },
    log,
  })
  console.log(`The reader is at ${reader.address}`)
  try {
    await (inputKind() === 'none' ? aborted(signal) : prompt(newsroom, { commands, log, signal }))
  } finally {
    await reader.close()
  }
}
