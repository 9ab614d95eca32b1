import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { Refusal } from '../../../src/errors.ts'
import { DOCUMENT_TYPES, type FetcherOptions, openFetcher } from '../../../src/intake/fetch/fetch-url.ts'
import type { LookUp } from '../../../src/intake/fetch/url-guard.ts'
import { redirect, site } from './site.ts'

/** What must not be reached: it listens on this machine, at IPv4 and IPv6, and counts whoever connects. */
const internal = createServer((socket) => {
  reached.push(socket)
  socket.end()
})
const reached: Socket[] = []
let port: number
beforeAll(async () => {
  await new Promise<void>((resolve) => internal.listen(0, resolve))
  port = (internal.address() as AddressInfo).port
})
afterAll(() => void internal.close())

const fetching = (address: string, options: Partial<FetcherOptions> = {}) => {
  const fetcher = openFetcher({ inside: [], userAgent: 'Readback/0', ...options })
  onTestFinished(() => fetcher.close())
  return fetcher.fetch(address, { contentTypes: DOCUMENT_TYPES })
}

/** The same address at the port where something listens. */
const atPort = (address: string) =>
  address.replace(/^(https?:[/\\]+[^/?#\\]*?[^/?#\\:])(?::\d+)?(?=[/?#\\]|$)/u, `$1:${port}`)

describe('an address that is never fetched from', () => {
  it.each([
    ['ftp://bell.example/feed', 'is neither http nor https'],
    ['file:///etc/passwd', 'is neither http nor https'],
    ['data:text/html,x', 'is neither http nor https'],
    ['gopher://bell.example/', 'is neither http nor https'],
    ['javascript:alert(1)', 'is neither http nor https'],
    ['ws://bell.example/', 'is neither http nor https'],
    ['no address at all', 'is no address'],
    ['//bell.example/', 'is no address'],
    ['http://', 'is no address'],
    ['http://[::1%25lo]/', 'is no address'],
    ['http://[fe80::1%25eth0]/', 'is no address'],
    ['http://localhost%00.bell.example/', 'is no address'],
    ['http://ines:secret@bell.example/', 'has a name or a password in it'],
    ['http://ines@bell.example/', 'has a name or a password in it'],
    ['http://bell.example@127.0.0.1/', 'has a name or a password in it'],
    ['http://bell.example:22/', 'has port 22'],
    ['http://bell.example:6379/', 'has port 6379'],
    ['https://bell.example:80/', 'has port 80'],
  ])('%s: it %s', async (address, reason) => {
    await expect(fetching(address)).rejects.toThrow(Refusal)
    await expect(fetching(address)).rejects.toThrow(`: address: ${reason}`)
  })

  const THIS_MACHINE = 'is this machine'
  const LOOPBACK = '127.0.0.1 is no public address'
  it.each([
    ['http://localhost/', THIS_MACHINE],
    ['http://LOCALHOST/', THIS_MACHINE],
    ['http://localhost./', THIS_MACHINE],
    ['http://cms.localhost/', THIS_MACHINE],
    ['http://ⓛocalhost/', THIS_MACHINE],
    ['http://127.0.0.1/', LOOPBACK],
    ['http://127.0.0.1./', LOOPBACK],
    ['http://127.1/', LOOPBACK],
    ['http://2130706433/', LOOPBACK],
    ['http://0x7f000001/', LOOPBACK],
    ['http://0x7f.0.0.1/', LOOPBACK],
    ['http://0x7f.1/', LOOPBACK],
    ['http://0177.0.0.1/', LOOPBACK],
    ['http://017700000001/', LOOPBACK],
    ['http://127.0.0.01/', LOOPBACK],
    ['http://%31%32%37.0.0.1/', LOOPBACK],
    ['http://①②⑦.⓪.⓪.①/', LOOPBACK],
    ['http://127。0。0。1/', LOOPBACK],
    ['http://127.0.\t0.1/', LOOPBACK],
    ['http:\\\\127.0.0.1\\', LOOPBACK],
    ['http://127.0.0.1\\@bell.example/', LOOPBACK],
    ['http://127.0.0.1#@bell.example/', LOOPBACK],
    ['http://0.0.0.0/', '0.0.0.0 is no public address'],
    ['http://0/', '0.0.0.0 is no public address'],
    ['http://10.0.0.7/', '10.0.0.7 is no public address'],
    ['http://172.16.3.4/', 'is no public address'],
    ['http://192.168.1.1/', 'is no public address'],
    ['http://100.64.0.1/', 'is no public address'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254 is no public address'],
    ['http://198.18.0.1/', 'is no public address'],
    ['http://192.0.2.1/', 'is no public address'],
    ['http://224.0.0.1/', 'is no public address'],
    ['http://240.0.0.1/', 'is no public address'],
    ['http://255.255.255.255/', 'is no public address'],
    ['http://[::]/', ':: is no public address'],
    ['http://[::1]/', '::1 is no public address'],
    ['http://[::127.0.0.1]/', 'is no public address'],
    ['http://[::ffff:127.0.0.1]/', 'is no public address'],
    ['http://[::ffff:7f00:1]/', 'is no public address'],
    ['http://[::ffff:0:127.0.0.1]/', 'is no public address'],
    ['http://[64:ff9b::127.0.0.1]/', 'is no public address'],
    ['http://[64:ff9b:1::127.0.0.1]/', 'is no public address'],
    ['http://[2002:7f00:1::]/', 'is no public address'],
    ['http://[2001:0:7f00:1::]/', 'is no public address'],
    ['http://[100::1]/', 'is no public address'],
    ['http://[fe80::1]/', 'is no public address'],
    ['http://[fc00::7]/', 'is no public address'],
    ['http://[fec0::7]/', 'is no public address'],
    ['http://[2001:db8::7]/', 'is no public address'],
    ['http://[3fff::7]/', 'is no public address'],
    ['http://[ff02::1]/', 'is no public address'],
  ])('%s: it %s, at whatever port', async (address, reason) => {
    await expect(fetching(address)).rejects.toThrow(reason)
    await expect(fetching(atPort(address))).rejects.toThrow(`: address: has port ${port}`)
    expect(reached).toEqual([])
  })

  it('is not shown with its password', async () => {
    await expect(fetching('http://ines:secret@bell.example/')).rejects.not.toThrow('secret')
  })

  it.each([
    ['the address of this machine', () => `http://127.0.0.1:${port}/`],
    ['its name', () => `http://localhost:${port}/`],
    ['its number', () => `http://2130706433:${port}/`],
    ['its address of IPv6', () => `http://[::1]:${port}/`],
    ['its address of IPv4 as IPv6', () => `http://[::ffff:127.0.0.1]:${port}/`],
    ['an address with no scheme of its own', () => `//127.0.0.1:${port}/`],
    ['a cloud’s own data', () => 'http://169.254.169.254/latest/meta-data/'],
    ['a file', () => 'file:///etc/passwd'],
    ['an address with a password', () => 'http://ines:secret@bell.example/'],
  ])('is one that a redirect leads to: %s', async (_, to) => {
    const outer = await site({ '/': (request, response) => redirect(to())(request, response) })
    await expect(fetching(outer.at('/'), { inside: [outer.host] })).rejects.toThrow(/: address: /u)
    expect(outer.asked).toHaveLength(1)
    expect(reached).toEqual([])
  })

  it('is one on the inside on another port than the one that may be', async () => {
    for (const inside of [['127.0.0.1'], ['127.0.0.1:1'], ['cms.bell.lan:8080']])
      await expect(fetching(`http://127.0.0.1:${port}/`, { inside })).rejects.toThrow('port')
    await expect(fetching('http://cms.bell.lan/', { inside: ['cms.bell.lan:8080'] })).rejects.toThrow('port')
    expect(reached).toEqual([])
  })

  it('is one on the inside that may be, where something outside names it', async () => {
    const { isInside, close } = openFetcher({ inside: ['cms.bell.lan:8080'], userAgent: 'Readback/0' })
    expect(
      ['http://cms.bell.lan:8080/a', 'http://cms.bell.lan/', 'https://bell.example/'].map(isInside),
    ).toEqual([true, true, false])
    await close()
  })

  it.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['fd00::7'],
    ['fe80::1%lo'],
    ['93.184.215.14', '192.168.1.1'],
  ])('is one whose name leads inside: to %s', async (...addresses) => {
    const asked: string[] = []
    const lookUp: LookUp = (name, _, found) => {
      asked.push(name)
      found(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }
    await expect(fetching('http://intranet.bell.example/', { lookUp })).rejects.toThrow(
      `: address: intranet.bell.example leads to ${addresses.at(-1)}, which is not public`,
    )
    expect(asked).toEqual(['intranet.bell.example'])
    expect(reached).toEqual([])
  })
})
