// Starts the chat adapters that are configured.
import type { Logger } from 'pino'
import type { AnyCommand } from '../../commands/command.ts'
import type { Config } from '../config.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Adapter } from './adapter.ts'
import { measureCommands } from './metrics/measured.ts'
import type { Metrics } from './metrics/metrics.ts'

/** What an adapter is started with. */
export type AdapterContext = {
  config: Config
  newsroom: Newsroom
  commands: AnyCommand[]
  log: Logger
  metrics: Metrics
}

/**
 * Starts every chat adapter that is configured; others are not even loaded. One that fails to start is logged by name,
 * and the others run.
 */
export async function startAdapters(context: AdapterContext): Promise<Adapter[]> {
  const { discord, slack, data } = context.config
  const asked = (platform: string) => ({
    ...context,
    commands: measureCommands(context.commands, platform, context.metrics),
  })
  const starting = [
    ...(discord.token || discord.publicKey
      ? [
          {
            name: 'Discord',
            start: async () =>
              (await import('./discord/start-discord.ts')).startDiscord({
                ...asked('discord'),
                data,
                config: discord,
              }),
          },
        ]
      : []),
    ...(slack
      ? [
          {
            name: 'Slack',
            start: async () =>
              (await import('./slack/start-slack.ts')).startSlack({ ...asked('slack'), data, slack }),
          },
        ]
      : []),
  ]
  const started = await Promise.all(starting.map((one) => start(one, context.log)))
  return started.filter((adapter) => adapter !== null)
}

async function start(
  { name, start }: { name: string; start: () => Promise<Adapter> },
  log: Logger,
): Promise<Adapter | null> {
  try {
    return await start()
  } catch (failure) {
    log.error({ adapter: name, err: failure }, 'an adapter did not start; the others run')
    return null
  }
}
