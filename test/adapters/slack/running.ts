import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { commands } from '../../../commands/index.ts'
import { startSlack } from '../../../src/adapters/slack/start.ts'
import { type Newsroom, openNewsroom } from '../../../src/newsroom.ts'
import { type LoopbackSlack, openLoopbackSlack } from './loopback-slack.ts'
import type { Channels } from './web-api.ts'

/** What was logged, line by line. */
export type Lines = string[]

/** A newsroom over the sample coverage, in a folder of its own. */
export async function openSampleNewsroom() {
  const data = await mkdtemp(join(tmpdir(), 'readback-slack-'))
  const newsroom = await openNewsroom({ data, publicUrl: null }, pino({ level: 'silent' }))
  await newsroom.ingest(['data/articles'])
  return { data, newsroom, remove: () => newsroom.close().then(() => rm(data, { recursive: true })) }
}

/** Readback at work in a Slack on this machine, with two tokens and no other setting. */
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
      way: { kind: 'socket', appToken: 'xapp-loopback' },
    },
    log,
  })
  return { slack, lines, owners: running.owners, stop: onlyOnce(() => running.stop()) }
}

/** Does something the first time, and waits for that ever after. */
export function onlyOnce(what: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => {
    done ??= what()
    return done
  }
}
