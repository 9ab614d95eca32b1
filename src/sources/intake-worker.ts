// Polls sources and ingests deliveries in a worker thread, so that questions do not wait.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { archiveFile, openDatabase } from '../archive/database.ts'
import { openSqliteArchive } from '../archive/sqlite-archive.ts'
import { Refusal } from '../errors.ts'
import { textReader } from '../quotations/read-text.ts'
import { readSources } from './config/sources-file.ts'
import type { WorkerMessage, WorkerRequest } from './intake-worker-handle.ts'
import { ingestDelivery } from './poll/ingest-delivery.ts'
import { openPollContext } from './poll/poll-context.ts'
import { startPolling } from './poll/poll-loop.ts'

const { folder, sureEnough } = workerData as { folder: string; sureEnough?: number }
const tell = (message: WorkerMessage) => parentPort?.postMessage(message)
const log = {
  info: (facts: object, message: string) => tell({ kind: 'log', level: 'info', facts, message }),
  warn: (facts: object, message: string) => tell({ kind: 'log', level: 'warn', facts, message }),
}

const db = openDatabase(archiveFile(folder))
const sources = await readSources(join(folder, 'sources.yaml'))
const onKept = async () => tell({ kind: 'kept' })
const context = openPollContext({
  db,
  sources,
  intake: { archive: openSqliteArchive(db), read: textReader(sureEnough), onKept },
})
startPolling(sources, context, log)

parentPort?.on('message', async (message: WorkerRequest) => {
  if (message.kind === 'stop') {
    db.close()
    process.exit()
  }
  const { id, source, delivery } = message
  await ingestDelivery(source, delivery, context).then(
    (summary) => tell({ kind: 'delivered', id, summary }),
    (error) => {
      if (!(error instanceof Refusal)) log.warn({ source, err: error }, 'delivery failed')
      tell({ kind: 'refused', id, reason: error instanceof Refusal ? error.message : null })
    },
  )
})
