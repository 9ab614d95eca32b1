import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { commands } from '../../../commands/index.ts'
import { openMetrics } from '../../../src/adapters/metrics/metrics.ts'
import { createReader } from '../../../src/adapters/web/app.ts'
import type { ReaderContext } from '../../../src/adapters/web/reader-context.ts'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { type Newsroom, openNewsroom } from '../../../src/newsroom/newsroom.ts'

type Facts = { headline: string; [fact: string]: string }

/** A story as a newsroom would write it to a file. */
export const markdown = (facts: Facts, ...paragraphs: string[]) =>
  `---\n${Object.entries({ outlet: 'The Tidewater Bell', publishedAt: '2026-01-14', ...facts })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`

const FERRY = {
  headline: 'Ferry stays in harbour',
  url: 'https://bell.example/ferry',
  authors: 'Ines Okafor',
}
const SAID = '“We say please to the sea, and the sea says no,” Mara Quist told the Bell.'

/** The first text of the ferry's story; `FILES` has what it was corrected to. */
export const FIRST_FERRY = markdown(FERRY, 'The ferry will sail on Monday, the harbour master said.', SAID)

/** What was published in Tidewater, by file name. */
export const FILES = {
  'ferry.md': markdown(
    { ...FERRY, status: 'corrected', correction: 'An earlier version had the ferry sailing on Monday.' },
    'The ferry will stay in harbour on Monday, the harbour master said.',
    SAID,
    '“My mother told me, ‘Never trust a calm morning,’ and I never have,” Quist said.',
  ),
  'bridge.md': markdown(
    { headline: 'Bridge opens late', publishedAt: '2026-02-03', url: 'https://bell.example/bridge' },
    '“Please walk your bicycles,” Mara Quist said on Tuesday.',
    '“It is a bridge, not a promise,” said Tobias Fenn, the engineer.',
  ),
  'hostile.txt': [
    'Mallory & <script>alert("owned")</script> sons open a <b>shop',
    '“Please click <a href="javascript:alert(1)">here</a> & <img src=x onerror=alert(2)>,” Eve Mallory said.',
    '</p></div></main><style>*{display:none}</style> ’"` {{7*7}} <%= 7*7 %>',
  ].join('\n\n'),
  'heron.md': markdown(
    { headline: 'Heron fined', status: 'retracted', correction: 'The heron was never fined.' },
    '“I please myself,” the heron said.',
  ),
  'tapes.md': markdown(
    { headline: 'The lighthouse tapes', status: 'embargoed', embargoUntil: '2999-01-01' },
    '“Please keep this quiet,” the keeper said.',
  ),
  'mayor.md': markdown(
    { headline: 'Mayor to resign', status: 'killed' },
    '“Please, no more,” Mayor Hale said.',
  ),
}

/** A newsroom over Tidewater's coverage, the ferry's story at its second version; `leave` takes it down. */
export async function openTown(publicUrl: string | null = null) {
  const data = await mkdtemp(join(tmpdir(), 'readback-web-'))
  const articles = join(data, 'articles')
  const write = (files: Record<string, string>) =>
    Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(articles, name), text)))
  await mkdir(articles)
  await write({ 'ferry.md': FIRST_FERRY })
  const newsroom = await openNewsroom({ data, publicUrl }, pino({ level: 'silent' }))
  await write(FILES)
  await newsroom.intake.ingest([articles])
  const leave = async () => {
    await newsroom.close()
    await rm(data, { recursive: true })
  }
  return { newsroom, leave, idOf: (headline: string) => idIn(join(data, 'readback.sqlite'), headline) }
}

/** The id of a story, whatever its standing: as the archive has it, which no page tells. */
async function idIn(file: string, headline: string): Promise<string> {
  const archive = openSqliteArchive(openDatabase(file))
  const articles = await Array.fromAsync(archive.articles())
  await archive.close()
  return articles.find((article) => article.headline === headline)?.id ?? ''
}

/** The reader's settings, as they are when nothing is set. */
export const WEB: ReaderContext['web'] = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  token: null,
  userHeader: null,
  trustedProxies: ['loopback'],
  requestsPerMinute: 10_000,
  oidc: null,
  roles: { readers: [], editors: [], operators: [] },
}

/** The connection of a request, as the server has it. */
const from = (remoteAddress: string, headers: Record<string, string>) => ({
  incoming: { socket: { remoteAddress }, headers },
})

/** A reader of a newsroom, on this machine alone unless set otherwise. */
export function readerOf(
  newsroom: Newsroom,
  web: Partial<ReaderContext['web']> = {},
  log = pino({ level: 'silent' }),
) {
  const app = createReader({
    newsroom,
    commands,
    web: { ...WEB, ...web },
    log,
    routes: [],
    anyPort: true,
    metrics: openMetrics('0'),
  })
  return {
    app,
    /** Fetches as a browser on this machine would. */
    get: (path: string, headers: Record<string, string> = {}, peer = '127.0.0.1') =>
      app.request(
        path,
        { headers: { host: 'localhost:7323', accept: 'text/html', ...headers } },
        from(peer, headers),
      ),
    post: (path: string, body: URLSearchParams | string, headers: Record<string, string> = {}) =>
      app.request(
        path,
        { method: 'POST', body, headers: { host: 'localhost:7323', ...headers } },
        from('127.0.0.1', headers),
      ),
  }
}
