// Checks where the reader listens, who may open it, and whether its public address leads to it.
import { createServer } from 'node:net'
import type { Config } from '../../config.ts'
import { refuseOpenAccess } from '../web/access.ts'
import { DEFAULT_PORT } from '../web/start-web.ts'
import { clockFinding } from './clock.ts'
import { type Check, fine, warning, wrong } from './finding.ts'
import { probe } from './probe.ts'

/** Returns the checks of the reader. */
export function webChecks({ web, publicUrl }: Config): Check[] {
  const at = { host: web.host, port: web.port ?? DEFAULT_PORT }
  return [
    {
      about: 'access',
      look: async () => {
        refuseOpenAccess({ ...web, publicUrl })
        return [fine(waysIn(web))]
      },
    },
    { about: 'port', look: () => portFindings(at) },
    ...(publicUrl ? [{ about: 'public address', look: () => publicFindings(publicUrl) }] : []),
  ]
}

function waysIn({ token, userHeader, oidc }: Config['web']): string {
  const ways = [token && 'READBACK_TOKEN', oidc?.issuer, userHeader && `the proxy's ${userHeader}`].filter(
    Boolean,
  )
  return ways.length ? `by ${ways.join(' or ')}` : 'from this machine alone'
}

async function portFindings({ host, port }: { host: string; port: number }) {
  const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host
  const alive = await probe(`http://${name}:${port}/healthz`).catch(() => null)
  if (alive?.text.startsWith('alive')) return [fine(`Readback answers at ${host}:${port}`)]
  if (await isFree({ host, port })) return [fine(`${host}:${port} is free`)]
  return [wrong(`${host}:${port} is taken by another program`, 'Set READBACK_PORT to another one.')]
}

const isFree = (at: { host: string; port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(at, () => server.close(() => resolve(true)))
  })

async function publicFindings(publicUrl: string) {
  const { status, text, clockSkew } = await probe(`${publicUrl}/healthz`)
  if (text.startsWith('alive')) return [fine(`${publicUrl} leads here`), ...clockFinding(clockSkew)]
  return [
    warning(
      `${publicUrl}/healthz answers ${status}, and not as Readback does`,
      'Start Readback, and see that the proxy passes this path on to it: deploy/ has examples.',
    ),
  ]
}
