import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { id: 'readback', secret: 'the-bell-tolls-for-the-client' }

/** Who has an account at the provider, by the name they sign in with; everybody's password is right. */
export const ACCOUNTS: Record<string, { email: string; email_verified: boolean; groups: string[] }> = {
  ines: { email: 'Ines@courier.example', email_verified: true, groups: ['desk'] },
  mara: { email: 'mara@courier.example', email_verified: true, groups: [] },
  eve: { email: 'ines@courier.example', email_verified: false, groups: [] },
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A certified OpenID provider on loopback, that knows Readback as a client and sends people back to one address. */
export async function startProvider(back: string) {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
    findAccount: (_, id) => {
      const account = ACCOUNTS[id]
      return account && { accountId: id, claims: async () => ({ sub: id, ...account }) }
    },
    cookies: { keys: ['a key of a test'] },
    pkce: { required: () => true },
  })
  const server = createServer(provider.callback()).listen(port, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    issuer,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A browser without a screen: it keeps cookies, follows redirects, and fills in the provider's two forms. */
export function openBrowser() {
  const jars = new Map<string, Map<string, string>>()

  function keep(origin: string, answered: Response): void {
    const jar = jars.get(origin) ?? new Map()
    for (const line of answered.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    jars.set(origin, jar)
  }

  async function visit(
    address: string,
    init: RequestInit = {},
  ): Promise<{ url: string; status: number; text: string }> {
    const { origin } = new URL(address)
    const cookie = [...(jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', cookie, ...init.headers }
    const answered = await fetch(address, { ...init, headers, redirect: 'manual' })
    keep(origin, answered)
    const next = answered.headers.get('location')
    if (next) return visit(new URL(next, address).href)
    return { url: address, status: answered.status, text: await answered.text() }
  }

  const submit = (address: string, fields: Record<string, string>) =>
    visit(address, { method: 'POST', body: new URLSearchParams(fields) })

  return {
    visit,
    submit,
    /** Sets out from an address of the reader, signs in at the provider under a name, and comes back. */
    async signIn(from: string, login: string) {
      const atProvider = await visit(from)
      const consent = await submit(atProvider.url, { prompt: 'login', login, password: 'any' })
      return submit(consent.url, { prompt: 'consent' })
    },
  }
}
