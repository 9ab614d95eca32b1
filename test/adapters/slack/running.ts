// Starts Readback in a simulated Slack over the sample coverage.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { commands } from '../../../commands/index.ts'
import { startSlack } from '../../../src/adapters/slack/start-slack.ts'
import { type Newsroom, openNewsroom } from '../../../src/newsroom/newsroom.ts'
import { type LoopbackSlack, openLoopbackSlack } from './loopback-slack.ts'
import type { Channels } from './web-api.ts'

/** What was logged, line by line. */
export type Lines = string[]

/** Opens a newsroom over the sample coverage, in a temporary folder. */
export async function openSampleNewsroom() {
  const data = await mkdtemp(join(tmpdir(), 'readback-slack-'))
  const newsroom = await openNewsroom({ data, publicUrl: null }, pino({ level: 'silent' }))
  await newsroom.intake.ingest(['data/articles'])
  return { data, newsroom, remove: () => newsroom.close().then(() => rm(data, { recursive: true })) }
}

/** Starts Readback over Socket Mode in a simulated Slack: an earlier one, or a new one with channels. */
export async function startOver(
  { newsroom, data }: { newsroom: Newsroom; data: string },
  channels?: Channels,
  earlier?: LoopbackSlack,
) {
  const slack = earlier ?? (await openLoopbackSlack(channels))
  const lines: Lines = []
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
  const running = await startSlack({
    newsroom,
    commands,
    data,
    slack: {
      botToken: 'xoxb-loopback',
      apiUrl: slack.apiUrl,
      prefix: '',
      owners: 'C1',
      transport: { kind: 'socket', appToken: 'xapp-loopback' },
    },
    log,
  })
  return { slack, lines, owners: running.owners, stop: onlyOnce(() => running.stop()) }
}

/** Returns a function that runs once; every later call waits for that run. */
export function onlyOnce(what: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => {
    done ??= what()
    return done
  }
}
