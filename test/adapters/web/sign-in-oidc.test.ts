import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { openMetrics } from '../../../src/adapters/metrics/metrics.ts'
import { OIDC_BACK_PATH } from '../../../src/adapters/web/sign-in-oidc.ts'
import { startReader } from '../../../src/adapters/web/start-web.ts'
import { CLIENT, freePort, openBrowser, startProvider } from './oidc-provider.ts'
import { openTown, WEB } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
let provider: Awaited<ReturnType<typeof startProvider>>
let reader: Awaited<ReturnType<typeof startReader>>
const logged: string[] = []

/** The address that the reader is known by: below a path, as behind a proxy that keeps it. */
let at: string
beforeAll(async () => {
  const port = await freePort()
  at = `http://127.0.0.1:${port}/desk`
  town = await openTown(at)
  provider = await startProvider(at + OIDC_BACK_PATH)
  const oidc = {
    issuer: provider.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    scope: 'openid email profile',
    nameClaim: 'email',
    groupsClaim: 'groups',
  }
  const roles = { readers: ['@courier.example'], editors: ['group:desk'], operators: [] }
  reader = await startReader({
    newsroom: town.newsroom,
    commands,
    web: { ...WEB, port, publicUrl: at, oidc, roles },
    log: pino({ level: 'info' }, { write: (line) => logged.push(line) }),
    routes: [],
    anyPort: false,
    metrics: openMetrics('0'),
  })
})
afterAll(async () => {
  await reader.stop()
  provider.stop()
  await town.leave()
})

const toSignIn = (next: string) => `${at}/sign-in/oidc?${new URLSearchParams({ next })}`

describe('a reader that people sign in to by OpenID Connect', () => {
  it('sends a person to the provider, and back to where they were going', async () => {
    const browser = openBrowser()
    const asked = await browser.visit(`${at}/status`)
    expect(asked.text).toContain(`Sign in at ${new URL(provider.issuer).host}`)
    const back = await browser.signIn(toSignIn('/status'), 'mara')
    expect([back.url, back.status]).toEqual([`${at}/status`, 200])
    expect((await browser.visit(`${at}/you`)).text).toContain('<h1>mara@courier.example</h1>')
    expect(logged.join('')).toContain('"person":"mara@courier.example"')
  })

  it('lets in no program and no forged cookie', async () => {
    const refused = await fetch(`${at}/api/v1/status`)
    expect(refused.status).toBe(401)
    const forged = await fetch(`${at}/api/v1/status`, { headers: { cookie: 'readback=mara' } })
    expect(forged.status).toBe(401)
  })

  it('takes nobody by an address that the provider has not verified', async () => {
    const browser = openBrowser()
    const back = await browser.signIn(toSignIn('/'), 'eve')
    expect([back.status, back.text]).toEqual([403, expect.stringContaining('not verified')])
    expect((await browser.visit(`${at}/`)).url).toMatch(/\/sign-in\?/)
    expect(logged.join('')).toMatch(/"address":"127\.0\.0\.1".*a sign-in failed/)
  })

  it('takes nobody back who did not set out here', async () => {
    const back = await openBrowser().visit(`${at}${OIDC_BACK_PATH}?code=stolen&state=guessed`)
    expect([back.status, back.text]).toEqual([400, expect.stringContaining('begun elsewhere')])
  })

  it('takes nobody back with another state than they set out with', async () => {
    const browser = openBrowser()
    await browser.visit(toSignIn('/'))
    const back = await browser.visit(`${at}${OIDC_BACK_PATH}?code=stolen&state=guessed`)
    expect([back.status, back.text]).toEqual([403, expect.stringContaining('did not succeed')])
  })

  it('lets an editor decide on a story, under their own name, and a reader not', async () => {
    const [reader, editor] = [openBrowser(), openBrowser()]
    await reader.signIn(toSignIn('/'), 'mara')
    await editor.signIn(toSignIn('/'), 'ines')
    const decision = { story: 'https://bell.example/bridge', ruling: 'hold', reason: 'under review' }
    expect((await reader.submit(`${at}/decisions`, decision)).status).toBe(403)
    expect((await reader.visit(`${at}/decisions`)).status).toBe(403)
    expect((await editor.visit(`${at}/?command=quote&q=bicycles`)).text).toContain('Bridge opens late')
    const decided = await editor.submit(`${at}/decisions`, decision)
    expect(decided.text).toMatch(/hold<\/td><td>Ines@courier\.example<\/td><td>under review/)
    expect((await editor.visit(`${at}/?command=quote&q=bicycles`)).text).not.toContain('Bridge opens late')
    await editor.submit(`${at}/decisions`, { ...decision, ruling: 'release', reason: 'checked' })
    expect(town.newsroom.people.audit(2).map(({ ruling, by }) => [ruling, by])).toEqual([
      ['release', 'Ines@courier.example'],
      ['hold', 'Ines@courier.example'],
    ])
  })

  it('lets a person sign out, and an operator end the sessions of another', async () => {
    const browser = openBrowser()
    await browser.signIn(toSignIn('/'), 'mara')
    expect((await browser.submit(`${at}/sign-out`, {})).url).toBe(`${at}/sign-in`)
    expect((await browser.visit(`${at}/status`)).url).toMatch(/\/sign-in\?/)
    await browser.signIn(toSignIn('/'), 'mara')
    expect((await browser.submit(`${at}/sessions/end`, { person: 'mara@courier.example' })).status).toBe(403)
    expect(town.newsroom.people.sessions.endAll('mara@courier.example')).toBeGreaterThan(0)
    expect((await browser.visit(`${at}/status`)).url).toMatch(/\/sign-in\?/)
  })
})
