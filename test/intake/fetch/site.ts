// Serves a site on loopback for tests.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A site on loopback for one test: what it answers by path, and which requests it had. */
export async function site(answers: Record<string, Handler>) {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const answer = answers[path] ?? status(404)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { host, at: (path: string) => `http://${host}${path}`, asked, answers }
}

export const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(code, headers).end('…')
  }

export const redirect = (to: string): Handler => status(302, { location: to })

export const document =
  (type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(body)
  }

/** A document with an ETag, which is not sent again to who has it. */
export const tagged =
  (type: string, body: string, etag: string): Handler =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else document(type, body, { etag, 'last-modified': 'Tue, 03 Feb 2026 09:00:00 GMT' })(request, response)
  }
