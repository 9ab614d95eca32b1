// Runs the web reader, the configured chats and the prompt until a signal.
import { once } from 'node:events'
import type { Adapter } from '../adapter.ts'
import { allOwnerChannels } from '../owner-channels.ts'
import { type AdapterContext, startAdapters } from '../start-adapters.ts'
import { type RunningReader, startReader } from '../web/start-web.ts'
import { isPipedIn } from './piped-input.ts'
import { prompt } from './prompt.ts'

/**
 * Runs the reader and every configured chat until a signal. At a terminal it runs the prompt too, and leaving the prompt
 * stops them all. Where no chat is configured, the prompt also answers piped input. A second signal ends the program at
 * once.
 */
export async function serve(context: AdapterContext): Promise<void> {
  const { config, log, newsroom } = context
  const stopped = stopSignal()
  process.on('unhandledRejection', (failure) => log.error({ err: failure }, 'a failure that nobody awaited'))
  const chats = await startAdapters(context)
  const web = { ...config.web, publicUrl: config.publicUrl }
  const hooks = { path: '/hooks/:source', answer: newsroom.intake.hook }
  const routes = [...chats.flatMap((chat) => chat.routes), hooks]
  const reader = await startReader({ ...context, web, routes }).catch(async (failure: unknown) => {
    await stopAll(chats)
    throw failure
  })
  console.log(readerLine(reader))
  for (const { name, at } of chats) console.error(`${name}: answering at ${at}.`)
  newsroom.intake.watch(allOwnerChannels(chats, log))
  const leaving = new AbortController()
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const prompted = isTerminal || (chats.length === 0 && isPipedIn()) ? [prompt(context, leaving.signal)] : []
  await Promise.race([...prompted, stopped])
  leaving.abort()
  await stopAll(chats)
  await reader.stop()
  setTimeout(() => process.exit(), EXIT_GRACE_MS).unref()
}

/** Returns where the reader is, and where it listens if that is another address. */
const readerLine = ({ at, listensAt }: RunningReader) =>
  `The reader is at ${at}${at === listensAt ? '' : `, and listens at ${listensAt}`}`

const stopAll = (adapters: Adapter[]) => Promise.all(adapters.map((adapter) => adapter.stop()))

/** Time from stopping to a forced exit, for what still keeps the process alive, such as a connection being opened. */
const EXIT_GRACE_MS = 2000

/** Resolves at the first SIGTERM or SIGINT; a second one has its default effect, and ends the program. */
async function stopSignal(): Promise<void> {
  const other = new AbortController()
  await Promise.race(['SIGTERM', 'SIGINT'].map((signal) => once(process, signal, { signal: other.signal })))
  other.abort()
}
