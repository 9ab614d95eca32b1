// Starts the worker thread that ingests coverage, and exchanges messages with it.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { IntakeSummary } from '../intake/store-stories.ts'
import type { Delivery } from './poll/ingest-delivery.ts'
import type { Log } from './poll/poll-log.ts'

/** Messages to the worker thread. */
export type WorkerRequest =
  | { kind: 'deliver'; id: number; source: string; delivery: Delivery }
  | { kind: 'stop' }
/** Messages from the worker thread. */
export type WorkerMessage =
  | { kind: 'kept' }
  | { kind: 'log'; level: keyof Log; facts: object; message: string }
  | { kind: 'delivered'; id: number; summary: Omit<IntakeSummary, 'refused'> }
  | { kind: 'refused'; id: number; reason: string | null }

/**
 * The result of a delivery: counts, or the reason of its refusal; null: the ingest failed, but not because of
 * the delivery.
 */
export type DeliveryResult = { summary: Omit<IntakeSummary, 'refused'> } | { refused: string } | null

/** The worker thread that ingests coverage. */
export type IntakeWorker = {
  deliver(source: string, delivery: Delivery): Promise<DeliveryResult>
  stop(): Promise<void>
}

/** The pause before a failed thread is started again, in milliseconds. */
const RESTART_PAUSE_MS = 5000

/** `sureEnough` is the least confidence at which a speaker is named; the reader's own where it is not set. */
type WorkerOptions = { folder: string; sureEnough?: number | undefined; log: Log; onKept: () => void }

/**
 * Starts the worker thread. `onKept` is called when the archive may have something new. A thread that ends
 * without `stop` is started again.
 */
export function startIntakeWorker(options: WorkerOptions): IntakeWorker {
  const { folder, sureEnough, log, onKept } = options
  const waiting = new Map<number, (delivered: DeliveryResult) => void>()
  let count = 0
  let stopped = false
  let worker = start()

  function start(): Worker {
    const started = new Worker(new URL('./intake-worker.ts', import.meta.url), {
      workerData: { folder, sureEnough },
    })
    started.on('message', handleMessage)
    started.on('error', (err) => log.warn({ err }, 'the intake broke down'))
    started.on('exit', () => {
      for (const settle of waiting.values()) settle(null)
      waiting.clear()
      if (!stopped) setTimeout(restart, RESTART_PAUSE_MS).unref()
    })
    return started
  }

  function restart() {
    if (!stopped) worker = start()
  }

  function handleMessage(message: WorkerMessage) {
    if (message.kind === 'kept') onKept()
    else if (message.kind === 'log') log[message.level](message.facts, message.message)
    else {
      const { id, ...rest } = message
      waiting.get(id)?.(resultOf(rest))
      waiting.delete(id)
    }
  }

  return {
    deliver(source, delivery) {
      const id = count++
      const { promise, resolve } = Promise.withResolvers<DeliveryResult>()
      waiting.set(id, resolve)
      worker.postMessage({ kind: 'deliver', id, source, delivery } satisfies WorkerRequest)
      return promise
    },
    async stop() {
      stopped = true
      const ended = once(worker, 'exit')
      worker.postMessage({ kind: 'stop' } satisfies WorkerRequest)
      await ended
    },
  }
}

type DeliveryMessage =
  | { kind: 'delivered'; summary: Omit<IntakeSummary, 'refused'> }
  | { kind: 'refused'; reason: string | null }

function resultOf(message: DeliveryMessage): DeliveryResult {
  if (message.kind === 'delivered') return { summary: message.summary }
  return message.reason === null ? null : { refused: message.reason }
}
