import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type Dispatcher } from 'undici'
import { Refusal } from '../../errors.ts'
import { decodeDocument } from './charset.ts'
import { retryAfter, Unreachable } from './fetch-error.ts'
import { ACCEPTED, readBody } from './read-response-body.ts'
import { checkAddress, guardedLookup, type Inside, isInside, type LookUp } from './url-guard.ts'

/** What a server gave to ask with whether a document has changed; kept and sent back exactly as it came. */
export type Validators = { etag: string | null; lastModified: string | null }

/** A document that was fetched: where it was in the end, and its text. */
export type Fetched = {
  url: string
  type: string
  text: string
  validators: Validators
  maxAge: number | null
  /** Whether the server names a page that comes after this one (RFC 8288). */
  goesOn: boolean
}

/** Which documents are wanted: the kinds of content, and what is known of each address from the last time. */
export type Wanted = { kinds: RegExp; validators?: (url: string) => Validators | null }

export type Fetcher = {
  /** Fetches a document; null where it has not changed. A Refusal says what is wrong, an Unreachable when to retry. */
  fetch(url: string, wanted: Wanted): Promise<Fetched | null>
  /** Whether an address is on the inside: one that something outside names is not to be fetched. */
  isInside(address: string): boolean
  close(): Promise<void>
}

/** Why an address on the inside that was named from outside is refused. */
export const LED = 'is on the inside, and was named from outside'

export type Manners = {
  inside: Inside
  /** Who fetches, and how to reach them: what the User-Agent says. */
  userAgent: string
  /** Milliseconds that one document may take, redirects and all. */
  patience?: number
  /** What names are looked up with. */
  lookUp?: LookUp
}

const HOPS = 5
const NEXT = /;\s*rel\s*=\s*"?(?:[^",;]*\s)?next\b/iu
/** Bytes of a body that is of no interest that are let pass by, so that its connection can be used again. */
const UNREAD = 16_384
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PATIENCE = 30_000

/** What a page, a feed or a file of a wire is served as; nothing else is read. */
export const PAGES = /^(?:text\/html|application\/xhtml\+xml)$/u
export const DOCUMENTS = /^(?:text\/.+|application\/(?:.+\+)?(?:xml|json)|application\/octet-stream)$/u

/**
 * Opens the one way to other servers. Every hop of a fetch is checked before anything is sent; what comes is limited
 * in bytes, packed and unpacked, in time and in kind.
 */
export function openFetcher({ inside, userAgent, patience = PATIENCE, lookUp }: Manners): Fetcher {
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(inside, lookUp) as never, timeout: patience },
    headersTimeout: patience,
    bodyTimeout: patience,
    maxHeaderSize: 32_768,
  })

  async function hop(url: URL, wanted: Wanted, signal: AbortSignal): Promise<URL | Fetched | null> {
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: headersFor(userAgent, wanted.validators?.(url.href) ?? null),
      signal,
    })
    return take(response, url, wanted).catch((error) => {
      drop(response.body)
      throw error
    })
  }

  return {
    async fetch(address, wanted) {
      const signal = AbortSignal.timeout(patience)
      let url = checkAddress(address, inside)
      const fromInside = isInside(url, inside)
      for (let hops = 0; hops <= HOPS; hops++) {
        const answer = await hop(url, wanted, signal).catch((error) => fail(url.href, error))
        if (!(answer instanceof URL)) return answer
        url = checkAddress(answer.href, inside)
        if (isInside(url, inside) && !fromInside) throw new Refusal(url.href, 'address', LED)
      }
      throw new Refusal(address, 'address', `redirects more than ${HOPS} times`)
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
  'accept-encoding': ACCEPTED,
  ...(validators?.etag && { 'if-none-match': validators.etag }),
  ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
})

/** What comes of one response: the next address, the document, or null for one that has not changed. */
async function take(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  wanted: Wanted,
): Promise<URL | Fetched | null> {
  const header = (name: string) => first(headers, name)
  if (statusCode === 200) {
    const { type, charset } = contentType(header('content-type'))
    if (type && !wanted.kinds.test(type))
      throw new Refusal(url.href, 'type', `is ${type}, which is not read here`)
    const bytes = await readBody(body, header('content-encoding') ?? '', url.href)
    const validators = { etag: header('etag') ?? null, lastModified: header('last-modified') ?? null }
    const text = decodeDocument(bytes, charset, url.href)
    return {
      ...{ url: url.href, type, text, validators },
      maxAge: maxAge(header('cache-control')),
      goesOn: NEXT.test([headers.link].flat().join()),
    }
  }
  body.dump({ limit: UNREAD }).catch(() => {})
  if (statusCode === 304) return null
  const location = header('location')
  const next = location && REDIRECTS.has(statusCode) ? URL.parse(location, url.href) : null
  if (next) return next
  const asked = retryAfter(header('retry-after'), new Date())
  throw new Unreachable(url.href, `answered ${statusCode}`, { status: statusCode, retryAfter: asked })
}

/** Lets go of a body in the middle; its connection is closed, since it may never end. */
const drop = (body: Dispatcher.ResponseData['body']) => body.on('error', () => {}).destroy()

const first = (headers: IncomingHttpHeaders, name: string) => [headers[name] ?? []].flat()[0]

function contentType(header: string | undefined): { type: string; charset: string | null } {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([\w-]+)/iu.exec(one)?.[1]).find(Boolean)
  return { type: type.trim().toLowerCase(), charset: charset ?? null }
}

const maxAge = (header: string | undefined) => {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/iu.exec(header ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds)
}

const REASONS = new Map([
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

/** Any failure of a hop, as the refusal or the unreachable server that it is. */
function fail(url: string, error: unknown): never {
  if (error instanceof Refusal)
    throw error.file === url ? error : new Refusal(url, error.field, `${error.file} ${reasonOf(error)}`)
  const { code, name, message } = error as NodeJS.ErrnoException
  const reason = REASONS.get(code ?? '') ?? REASONS.get(name) ?? message
  throw new Unreachable(url, reason, { cause: error })
}

const reasonOf = ({ message, file, field }: Refusal) => message.slice(`${file}: ${field}: `.length)
