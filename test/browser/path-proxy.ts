import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The path that the proxy passes on; it answers 404 to all others. */
export const PROXY_PATH = '/desk/readback'

/**
 * A reverse proxy on loopback, as nginx is set up: with `proxy_pass …:7323` it keeps the path, with `…:7323/` it takes
 * it off. `strays` are the paths asked for that are none of the reader's.
 */
export async function startPathProxy(keepsPath: boolean) {
  const strays: string[] = []
  let target = ''
  const server = createServer((asked, answer) => {
    const path = asked.url ?? '/'
    if (!path.startsWith(`${PROXY_PATH}/`)) {
      strays.push(path)
      answer.writeHead(404).end()
      return
    }
    const passed = keepsPath ? path : path.slice(PROXY_PATH.length)
    const { method, headers } = asked
    const passing = request(`${target}${passed}`, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    passing.on('error', () => answer.destroy())
    asked.pipe(passing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    publicUrl: `http://127.0.0.1:${port}${PROXY_PATH}`,
    strays,
    passTo: (address: string) => {
      target = address
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
