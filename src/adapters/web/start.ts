import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { UserError } from '../../errors.ts'
import type { Adapter } from '../adapter.ts'
import { refuseOpenDoor } from './access.ts'
import { createReader } from './app.ts'
import type { Setting } from './reader-context.ts'

/** Where the reader is found unless told otherwise: R-E-A-D on a telephone. */
const USUAL_PORT = 7323

/**
 * Serves the reader. Throws a UserError where that would open it to the world, or where the port asked for is
 * taken; where none was asked for and the usual one is taken, any free one will do.
 */
export async function startReader(setting: Setting): Promise<Adapter> {
  const { host, port, publicUrl } = setting.web
  refuseOpenDoor(setting.web)
  const server = createAdaptorServer({ fetch: createReader(setting).fetch }) as Server
  const taken = await listen(server, { host, port: port ?? USUAL_PORT })
  if (taken && port !== null) throw new UserError(`Port ${port} is taken. Set READBACK_PORT to another one.`)
  if (taken) await listen(server, { host, port: 0 })
  const { port: own } = server.address() as AddressInfo
  return {
    name: 'the reader',
    at: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${own}`,
    routes: [],
    owners: null,
    stop: () => closed(server),
  }
}

/** Listens; true where the port is taken. */
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
