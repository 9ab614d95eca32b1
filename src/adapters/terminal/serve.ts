// Runs the web reader, the configured chats and the prompt until a signal.
import { once } from 'node:events'
import packageJson from '../../../package.json' with { type: 'json' }
import { holdFolder } from '../../archive/serving-lock.ts'
import type { Adapter } from '../adapter.ts'
import { measureCommands, measureNewsroom } from '../metrics/measured.ts'
import { openMetrics } from '../metrics/metrics.ts'
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
export async function serve({ newsroom: opened, ...given }: Omit<AdapterContext, 'metrics'>): Promise<void> {
  const { config, log } = given
  const metrics = openMetrics(packageJson.version)
  const newsroom = measureNewsroom(opened, metrics)
  const context = { ...given, metrics, newsroom }
  const stopped = stopSignal()
  const letGo = holdFolder(config.data, new Date())
  process.on('unhandledRejection', (failure) => log.error({ err: failure }, 'a failure that nobody awaited'))
  const chats = await startAdapters(context)
  const web = { ...config.web, publicUrl: config.publicUrl }
  const hooks = { path: '/hooks/:source', answer: newsroom.intake.hook }
  const routes = [...chats.flatMap((chat) => chat.routes), hooks]
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY
  const prompts = isTerminal || (chats.length === 0 && isPipedIn())
  const reader = await startReader({ ...context, web, routes, anyPort: prompts }).catch(
    async (failure: unknown) => {
      await stopAll(chats)
      throw failure
    },
  )
  console.log(readerLine(reader))
  for (const chat of chats) announce(chat)
  newsroom.intake.watch(allOwnerChannels(chats, log))
  const leaving = new AbortController()
  const typed = { ...context, commands: measureCommands(context.commands, 'terminal', metrics) }
  const prompted = prompts ? [prompt(typed, leaving.signal)] : []
  await Promise.race([...prompted, stopped])
  leaving.abort()
  await stopAll(chats)
  await reader.stop()
  letGo()
  setTimeout(() => process.exit(), EXIT_GRACE_MS).unref()
}

/** Returns where the reader is, and where it listens if that is another address. */
const readerLine = ({ at, listensAt }: RunningReader) =>
  `The reader is at ${at}${at === listensAt ? '' : `, and listens at ${listensAt}`}`

/** Says where a chat answers, once it does. What keeps it from answering is in the log. */
function announce({ name, at, connected }: Adapter): void {
  connected.then(
    () => console.error(`${name}: answering at ${at}.`),
    () => {},
  )
}

const stopAll = (adapters: Adapter[]) => Promise.all(adapters.map((adapter) => adapter.stop()))

/** Time from stopping to a forced exit, for what still keeps the process alive, such as a connection being opened. */
const EXIT_GRACE_MS = 2000

/** Resolves at the first SIGTERM or SIGINT; a second one has its default effect, and ends the program. */
async function stopSignal(): Promise<void> {
  const other = new AbortController()
  await Promise.race(['SIGTERM', 'SIGINT'].map((signal) => once(process, signal, { signal: other.signal })))
  other.abort()
}
