// Puts the reader below a path, where its public address has one: https://courier.example/readback.
import type { MiddlewareHandler } from 'hono'
import { getPath } from 'hono/utils/url'

/** Returns the path that a public address puts the reader below: `/readback`; empty where there is none. */
export const basePath = (publicUrl: string | null): string =>
  publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')

/** Returns a path without the base that it begins with; a proxy may have taken that off already. */
export function pathWithin(base: string, path: string): string {
  if (path === base) return '/'
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path
}

/** Returns how Hono finds the path to route: without the base. */
export function routedPath(base: string): (request: Request) => string {
  const decoded = decodeURI(base)
  return (request) => pathWithin(decoded, getPath(request))
}

/**
 * Matches the attributes in which pages have paths of the reader. No inserted text can match: its quotation marks are
 * escaped.
 */
const OWN_PATH = /\b(href|src|action)="\/(?!\/)/g

/** Returns middleware that puts the base before every path of the reader in a response: links, forms, redirects. */
export function prefixPaths(base: string): MiddlewareHandler {
  return async function prefixPaths(c, next) {
    await next()
    if (!base) return
    const location = c.res.headers.get('Location')
    if (location?.startsWith('/')) c.res.headers.set('Location', base + location)
    if (!c.res.headers.get('Content-Type')?.startsWith('text/html')) return
    const page = c.res.body?.pipeThrough(new TextDecoderStream()).pipeThrough(prefixing(base))
    c.res = new Response(page?.pipeThrough(new TextEncoderStream()) ?? null, c.res)
  }
}

/** Returns a stream that puts the base before the paths in pages that come in pieces; it cuts them behind a tag. */
function prefixing(base: string): TransformStream<string, string> {
  let left = ''
  const prefixed = (markup: string) => markup.replace(OWN_PATH, `$1="${base}/`)
  return new TransformStream({
    transform(piece, out) {
      const known = left + piece
      const end = known.lastIndexOf('>') + 1
      left = known.slice(end)
      out.enqueue(prefixed(known.slice(0, end)))
    },
    flush: (out) => out.enqueue(prefixed(left)),
  })
}
