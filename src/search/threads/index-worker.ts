/** The thread that keeps the index: it follows the archive, merges and saves, and tells of every change. */
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../archive/database.ts'
import { openSqliteArchive } from '../../archive/sqlite-archive.ts'
import { openIndex } from '../segments/open-index.ts'
import { type FromKeeper, sent, type ToKeeper } from './messages.ts'

const { database, folder } = workerData as { database: string; folder: string }
const tell = (message: FromKeeper) => parentPort?.postMessage(message)
const log = {
  info: (facts: object, message: string) => tell({ kind: 'log', level: 'info', facts, message }),
  warn: (facts: object, message: string) => tell({ kind: 'log', level: 'warn', facts, message }),
}

const archive = openSqliteArchive(openDatabase(database))
const onChange = (change: Parameters<typeof sent>[0]) => tell({ kind: 'change', change: sent(change) })
const { index, follow, save, stop } = await openIndex({ archive, folder, log, onChange })
tell({ kind: 'opened' })

/** How soon after its embargo has lifted a story is taken in, in milliseconds. */
const LIFTING = 1000
setInterval(() => index.size(), LIFTING).unref()

parentPort?.on('message', async ({ kind, id }: ToKeeper) => {
  try {
    if (kind === 'follow') await follow()
    if (kind === 'save') await save()
    if (kind === 'stop') await stop()
    tell({ kind: 'done', id, indexedAt: index.indexedAt().toISOString() })
  } catch (error) {
    tell({ kind: 'failed', id, error })
  }
  if (kind === 'stop') {
    await archive.close()
    parentPort?.close()
  }
})
