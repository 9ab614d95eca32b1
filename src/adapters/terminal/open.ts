import { once } from 'node:events'
import type { Logger } from 'pino'
import { commands } from '../../../commands/index.ts'
import type { Config } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import { startSlackIfSet } from '../slack/start.ts'
import { prompt } from './prompt.ts'

/** Answers in Slack where that is configured, and at the prompt, until the input ends; as a service, until a signal. */
export async function stayOpen(
  newsroom: Newsroom,
  { config, log }: { config: Config; log: Logger },
): Promise<void> {
  const slack = await startSlackIfSet({ newsroom, commands, data: config.data, slack: config.slack, log })
  if (slack) console.log('Answering in Slack.')
  try {
    await (slack && !process.stdin.isTTY ? signalled() : prompt(newsroom, commands, log))
  } finally {
    await slack?.stop()
  }
}

const signalled = () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
