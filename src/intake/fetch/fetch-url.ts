// Fetches documents from other servers, with limits on addresses, size, time and content type.
import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type Dispatcher } from 'undici'
import { Refusal } from '../../errors.ts'
import { charsetOf, decodeDocument } from './charset.ts'
import { FetchError, parseRetryAfter } from './fetch-error.ts'
import { ACCEPT_ENCODING, readBody } from './read-response-body.ts'
import { checkAddress, guardedLookup, type InsideHosts, isInside, type LookUp } from './url-guard.ts'

/**
 * The validators of a document (RFC 9110, section 8.8), stored and sent back exactly as the server sent them.
 */
export type Validators = { etag: string | null; lastModified: string | null }

/**
 * A fetched document. `url` is its address after redirects, `type` its media type in small letters, `maxAge`
 * the `max-age` of `Cache-Control` in seconds, or null.
 */
export type FetchedDocument = {
  url: string
  type: string
  text: string
  validators: Validators
  maxAge: number | null
  /** Whether the `Link` header names a next page (RFC 8288). */
  hasNextPage: boolean
}

/**
 * What to accept: `contentTypes` matches the media types that are read, `validators` returns the stored
 * validators of an address.
 */
export type FetchOptions = { contentTypes: RegExp; validators?: (url: string) => Validators | null }

/** Fetches documents from other servers. */
export type Fetcher = {
  /**
   * Returns the document, or null where it has not changed (304). Throws a Refusal for a document or an
   * address that is not accepted, and a FetchError for a failed fetch, with the time to wait before a retry.
   */
  fetch(url: string, options: FetchOptions): Promise<FetchedDocument | null>
  /** Returns whether an address is of an internal host. An external document must not lead to one. */
  isInside(address: string): boolean
  close(): Promise<void>
}

/** The reason that a Refusal gives for an internal address that an external document names. */
export const INSIDE_FROM_OUTSIDE = 'is on the inside, and was named from outside'

/** The options of `openFetcher`. */
export type FetcherOptions = {
  inside: InsideHosts
  /** The `User-Agent` header: who fetches, and a contact. */
  userAgent: string
  /** Time limit for one document in milliseconds, redirects included. */
  timeoutMs?: number
  /** Resolves host names; `dns.lookup` by default. */
  lookUp?: LookUp
}

const MAX_REDIRECTS = 5
const NEXT_LINK = /;\s*rel\s*=\s*"?(?:[^",;]*\s)?next\b/iu
/** Bytes of an unneeded body that are read and discarded, so that its connection can be used again. */
const MAX_DISCARDED_BYTES = 16_384
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308])
const FETCH_TIMEOUT_MS = 30_000

/** The media types of web pages. */
export const HTML_TYPES = /^(?:text\/html|application\/xhtml\+xml)$/u
/** The media types of everything that is read: pages, feeds, sitemaps and wire files. */
export const DOCUMENT_TYPES = /^(?:text\/.+|application\/(?:.+\+)?(?:xml|json)|application\/octet-stream)$/u

/**
 * Opens the fetcher, the only part that requests documents from other servers. It checks the address of every
 * redirect before it sends a request. It limits the body in bytes, both compressed and decompressed, and
 * limits the time and the content types.
 */
export function openFetcher({
  inside,
  userAgent,
  timeoutMs = FETCH_TIMEOUT_MS,
  lookUp,
}: FetcherOptions): Fetcher {
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(inside, lookUp) as never, timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 32_768,
  })

  async function requestOnce(
    url: URL,
    options: FetchOptions,
    signal: AbortSignal,
  ): Promise<URL | FetchedDocument | null> {
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: headersFor(userAgent, options.validators?.(url.href) ?? null),
      signal,
    })
    return readResponse(response, url, options).catch((error) => {
      abortBody(response.body)
      throw error
    })
  }

  return {
    async fetch(address, options) {
      const signal = AbortSignal.timeout(timeoutMs)
      let url = checkAddress(address, inside)
      const fromInside = isInside(url, inside)
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        const answer = await requestOnce(url, options, signal).catch((error) =>
          throwFetchError(url.href, error),
        )
        if (!(answer instanceof URL)) return answer
        url = checkAddress(answer.href, inside)
        if (isInside(url, inside) && !fromInside) throw new Refusal(url.href, 'address', INSIDE_FROM_OUTSIDE)
      }
      throw new Refusal(address, 'address', `redirects more than ${MAX_REDIRECTS} times`)
    },
    isInside: (address) => {
      const url = URL.parse(address)
      return url !== null && isInside(url, inside)
    },
    close: () => dispatcher.close(),
  }
}

const headersFor = (userAgent: string, validators: Validators | null) => ({
  'user-agent': userAgent,
  accept: '*/*',
  'accept-encoding': ACCEPT_ENCODING,
  ...(validators?.etag && { 'if-none-match': validators.etag }),
  ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
})

/**
 * Returns what a response gives: the address of a redirect, the document, or null for one that has not
 * changed.
 */
async function readResponse(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  options: FetchOptions,
): Promise<URL | FetchedDocument | null> {
  const header = (name: string) => firstHeader(headers, name)
  if (statusCode === 200) {
    const type = mediaType(header('content-type'))
    if (type && !options.contentTypes.test(type))
      throw new Refusal(url.href, 'type', `is ${type}, which is not read here`)
    const bytes = await readBody(body, header('content-encoding') ?? '', url.href)
    const validators = { etag: header('etag') ?? null, lastModified: header('last-modified') ?? null }
    const text = decodeDocument(bytes, charsetOf(header('content-type')), url.href)
    return {
      ...{ url: url.href, type, text, validators },
      maxAge: maxAge(header('cache-control')),
      hasNextPage: NEXT_LINK.test([headers.link].flat().join()),
    }
  }
  body.dump({ limit: MAX_DISCARDED_BYTES }).catch(() => {})
  if (statusCode === 304) return null
  const location = header('location')
  const next = location && REDIRECT_STATUSES.has(statusCode) ? URL.parse(location, url.href) : null
  if (next) return next
  const asked = parseRetryAfter(header('retry-after'), new Date())
  throw new FetchError(url.href, `answered ${statusCode}`, { status: statusCode, retryAfter: asked })
}

/** Stops reading a body and closes its connection, because the body may never end. */
const abortBody = (body: Dispatcher.ResponseData['body']) => body.on('error', () => {}).destroy()

const firstHeader = (headers: IncomingHttpHeaders, name: string) => [headers[name] ?? []].flat()[0]

const mediaType = (header: string | undefined) => (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

const maxAge = (header: string | undefined) => {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/iu.exec(header ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** Reasons in words, by the code or the name of the error. */
const REASONS_BY_CODE = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'did not answer in time'],
  ['UND_ERR_HEADERS_TIMEOUT', 'did not answer in time'],
  ['UND_ERR_BODY_TIMEOUT', 'stopped in the middle'],
  ['TimeoutError', 'took too long'],
  ['UND_ERR_HEADERS_OVERFLOW', 'sends more headers than any server needs'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'is not as long as it says'],
  ['HTTPParserError', 'does not speak HTTP'],
  ['ECONNREFUSED', 'refused the connection'],
  ['ECONNRESET', 'broke off'],
  ['UND_ERR_SOCKET', 'broke off'],
  ['ENOTFOUND', 'has a name that leads nowhere'],
  ['EAI_AGAIN', 'has a name that could not be looked up'],
  ['Z_DATA_ERROR', 'is packed wrongly'],
  ['Z_BUF_ERROR', 'is packed wrongly'],
])

/** Rethrows the failure of a request: a Refusal as one of `url`, any other error as a FetchError. */
function throwFetchError(url: string, error: unknown): never {
  if (error instanceof Refusal)
    throw error.file === url ? error : new Refusal(url, error.field, `${error.file} ${reasonOf(error)}`)
  const { code, name, message } = error as NodeJS.ErrnoException
  const reason = REASONS_BY_CODE.get(code ?? '') ?? REASONS_BY_CODE.get(name) ?? message
  throw new FetchError(url, reason, { cause: error })
}

const reasonOf = ({ message, file, field }: Refusal) => message.slice(`${file}: ${field}: `.length)
