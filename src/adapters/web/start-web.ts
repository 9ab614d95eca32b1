// Starts the web server of the reader.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { UserError } from '../../errors.ts'
import type { Adapter } from '../adapter.ts'
import { refuseOpenAccess } from './access.ts'
import { createReader } from './app.ts'
import type { ReaderContext } from './reader-context.ts'
import { MAX_CONNECTIONS, SERVER_LIMITS } from './server-limits.ts'

/** The default port: R-E-A-D on a telephone keypad. */
export const DEFAULT_PORT = 7323

/** The reader: `at` is its public address, where it has one; `listensAt` is where it really listens. */
export type RunningReader = Adapter & { listensAt: string }

/**
 * Serves the reader on the configured port. Where none is configured, the default one is taken and `anyPort` is set, it
 * uses any free port. Throws a UserError where the reader would be open to everyone, or where its port is taken.
 */
export async function startReader(context: ReaderContext): Promise<RunningReader> {
  const { host, port, publicUrl } = context.web
  refuseOpenAccess(context.web)
  const { fetch } = createReader(context)
  const server = createAdaptorServer({ fetch, serverOptions: context.limits ?? SERVER_LIMITS }) as Server
  server.maxConnections = MAX_CONNECTIONS
  const wanted = port ?? DEFAULT_PORT
  const taken = await listen(server, { host, port: wanted })
  if (taken && (port !== null || !context.anyPort))
    throw new UserError(`Port ${wanted} is taken. Set READBACK_PORT to another one.`)
  if (taken) await listen(server, { host, port: 0 })
  const { port: own } = server.address() as AddressInfo
  const listensAt = `http://${host.includes(':') ? `[${host}]` : host}:${own}`
  return {
    name: 'the reader',
    at: publicUrl ?? listensAt,
    connected: Promise.resolve(),
    listensAt,
    routes: [],
    owners: null,
    stop: () => closed(server),
  }
}

/** Listens; resolves to true where the port is taken. */
function listen(server: Server, at: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (failure: NodeJS.ErrnoException) =>
      failure.code === 'EADDRINUSE' ? resolve(true) : reject(failure)
    server.once('error', failed)
    server.listen(at, () => {
      server.off('error', failed)
      resolve(false)
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
