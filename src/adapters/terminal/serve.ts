import { once } from 'node:events'
import type { Adapter } from '../adapter.ts'
import { ownersOf } from '../owner-channels.ts'
import { type Setting, startAdapters } from '../start.ts'
import { startReader } from '../web/start.ts'
import { isPipedIn } from './piped-input.ts'
import { prompt } from './prompt.ts'

/**
 * Runs the reader and every chat that is configured until a signal, and the prompt beside them at a terminal; leaving
 * the prompt ends them all. Where no chat is configured, the prompt takes what is piped in as well. A second signal
 * ends the program at once.
 */
export async function serve(setting: Setting): Promise<void> {
  const { config, log, newsroom } = setting
  const stopped = stopSignal()
  process.on('unhandledRejection', (failure) => log.error({ err: failure }, 'a failure that nobody awaited'))
  const chats = await startAdapters(setting)
  const web = { ...config.web, publicUrl: config.publicUrl }
  const hooks = { path: '/hooks/:source', answer: newsroom.hook }
  const routes = [...chats.flatMap((chat) => chat.routes), hooks]
  const reader = await startReader({ ...setting, web, routes }).catch(async (failure: unknown) => {
    await stopAll(chats)
    throw failure
  })
  console.log(`The reader is at ${reader.at}`)
  for (const { name, at } of chats) console.error(`${name}: answering at ${at}.`)
  newsroom.watch(ownersOf(chats, log))
  const leaving = new AbortController()
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const prompted = isTerminal || (chats.length === 0 && isPipedIn()) ? [prompt(setting, leaving.signal)] : []
  await Promise.race([...prompted, stopped])
  leaving.abort()
  await stopAll(chats)
  await reader.stop()
  setTimeout(() => process.exit(), LINGER).unref()
}

const stopAll = (adapters: Adapter[]) => Promise.all(adapters.map((adapter) => adapter.stop()))

/** Whatever still holds the program after it has stopped, such as a connection that is being made, is cut off then. */
const LINGER = 2000

/** Resolves at the first SIGTERM or SIGINT; the next one does what it always does, and ends the program. */
async function stopSignal(): Promise<void> {
  const other = new AbortController()
  await Promise.race(['SIGTERM', 'SIGINT'].map((signal) => once(process, signal, { signal: other.signal })))
  other.abort()
}
