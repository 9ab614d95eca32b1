import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Summary } from '../intake/store-stories.ts'
import type { Log } from './log.ts'

export type ToThread = { kind: 'deliver'; id: number; source: string; text: string } | { kind: 'stop' }
export type ToMain =
  | { kind: 'kept' }
  | { kind: 'log'; level: keyof Log; facts: object; message: string }
  | { kind: 'delivered'; id: number; summary: Omit<Summary, 'refused'> }
  | { kind: 'refused'; id: number; reason: string | null }

/** What became of a delivery: counts, or why it was refused; null: it failed here, for no fault of its own. */
export type Delivered = { summary: Omit<Summary, 'refused'> } | { refused: string } | null

/** The thread that coverage comes in by, as others see it. */
export type IntakeThread = {
  deliver(source: string, text: string): Promise<Delivered>
  stop(): Promise<void>
}

/** A thread that broke down is started again after this many milliseconds. */
const AFTER_BREAKDOWN = 5000

/** Starts the thread that coverage comes in by; `onKept` is told whenever there may be something new in the archive. */
export function startIntakeThread(setting: { folder: string; log: Log; onKept: () => void }): IntakeThread {
  const { folder, log, onKept } = setting
  const waiting = new Map<number, (delivered: Delivered) => void>()
  let count = 0
  let stopped = false
  let worker = start()

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folder } })
    started.on('message', hear)
    started.on('error', (err) => log.warn({ err }, 'the intake broke down'))
    started.on('exit', () => {
      for (const settle of waiting.values()) settle(null)
      waiting.clear()
      if (!stopped) setTimeout(restart, AFTER_BREAKDOWN).unref()
    })
    return started
  }

  function restart() {
    if (!stopped) worker = start()
  }

  function hear(message: ToMain) {
    if (message.kind === 'kept') onKept()
    else if (message.kind === 'log') log[message.level](message.facts, message.message)
    else {
      const { id, ...rest } = message
      waiting.get(id)?.(deliveredBy(rest))
      waiting.delete(id)
    }
  }

  return {
    deliver(source, text) {
      const id = count++
      const { promise, resolve } = Promise.withResolvers<Delivered>()
      waiting.set(id, resolve)
      worker.postMessage({ kind: 'deliver', id, source, text } satisfies ToThread)
      return promise
    },
    async stop() {
      stopped = true
      const ended = once(worker, 'exit')
      worker.postMessage({ kind: 'stop' } satisfies ToThread)
      await ended
    },
  }
}

type Answer =
  | { kind: 'delivered'; summary: Omit<Summary, 'refused'> }
  | { kind: 'refused'; reason: string | null }

function deliveredBy(answer: Answer): Delivered {
  if (answer.kind === 'delivered') return { summary: answer.summary }
  return answer.reason === null ? null : { refused: answer.reason }
}
