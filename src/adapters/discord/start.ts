import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import type { DiscordConfig } from '../../config.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Adapter } from '../adapter.ts'
import { openDoor } from './door.ts'
import { openGateway } from './gateway.ts'
import { interactionsOverHttp, PATH, publicKeyOf } from './http.ts'
import { openLine, openRest } from './line.ts'

/** How long a stop waits for answers in flight, in milliseconds. */
const DRAIN = 10_000

/**
 * Starts the Discord bot: over HTTP where the application's public key is set, else over the gateway. Both take
 * interactions in by the same door.
 */
export async function startDiscord(setting: {
  config: DiscordConfig
  newsroom: Newsroom
  commands: AnyCommand[]
  log: Logger
}): Promise<Adapter> {
  const { config, log } = setting
  const { token, publicKey, apiUrl: api, guild } = config
  const door = openDoor({ ...setting, guild })
  const rest = openRest(api)
  const open = (interaction: Parameters<typeof openLine>[1]) => openLine(rest, interaction)
  const intake = publicKey
    ? await serve(interactionsOverHttp({ door, key: publicKeyOf(publicKey), open }), config.port)
    : openGateway({ token: token ?? '', api, log, onInteraction: (raw) => void door.receive(raw, open) })
  return {
    name: 'Discord',
    at: 'address' in intake ? `${intake.address}${PATH}` : 'the gateway',
    async stop() {
      const closed = intake.stop()
      await door.drain(DRAIN)
      await closed
      rest.clearHandlerSweeper()
      rest.clearHashSweeper()
    },
  }
}

/** Serves a request handler on a port of its own, on every path. */
async function serve(listener: Parameters<typeof createServer>[1], port: number) {
  const server = createServer(listener).listen(port)
  await once(server, 'listening')
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => closed(server),
  }
}

async function closed(server: Server): Promise<void> {
  server.close()
  server.closeIdleConnections()
  await once(server, 'close')
}
