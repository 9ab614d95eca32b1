// Lists every parser that reads what others wrote, for the fuzzer; each with something whole that it reads.
import { commands } from '../../commands/index.ts'
import { readInput } from '../../commands/read-input.ts'
import { parseAddress } from '../../src/adapters/web/question-address.ts'
import { askedDaysIn } from '../../src/answers/query/dates.ts'
import { parseConfig } from '../../src/config.ts'
import { Refusal, UserError } from '../../src/errors.ts'
import { decodeBytes } from '../../src/intake/fetch/charset.ts'
import { readFeed } from '../../src/intake/formats/feed.ts'
import { readPage } from '../../src/intake/formats/html-page.ts'
import { readMarkdown } from '../../src/intake/formats/markdown.ts'
import { readNinjs } from '../../src/intake/formats/ninjs.ts'
import { readText as readPlainText } from '../../src/intake/formats/plain-text.ts'
import { readSitemap } from '../../src/intake/formats/sitemap.ts'
import { readWire } from '../../src/intake/formats/wire.ts'
import { readPostList, readPosts } from '../../src/intake/formats/wordpress.ts'
import { parseTimestamp } from '../../src/intake/model/timestamp.ts'
import { parseWrittenDate } from '../../src/intake/model/written-date.ts'
import { readText } from '../../src/quotations/read-text.ts'
import { parseSources } from '../../src/sources/config/sources-file.ts'

const URL = 'https://bell.example/feed'
const FILE = 'ferry.md'

/** A parser: its name, what it does with a text, and texts that it reads, to begin from. */
export type FuzzedParser = { name: string; parse: (text: string) => unknown; whole: string[] }

const SAID = '“We say please to the sea,” Mara Quist told the Bell on Tuesday. ‘No,’ he said. “It’s 5 p.m.”'
const [quote] = commands

export const PARSERS: FuzzedParser[] = [
  {
    name: 'pages',
    parse: (text) => readPage(text, FILE),
    whole: [
      `<!doctype html><html lang="en"><head><title>Ferry</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","datePublished":"2026-01-14"}</script></head><body><article><h1>Ferry</h1><p>By Ines Okafor</p><p>${SAID}</p><blockquote>${SAID}</blockquote></article></body></html>`,
    ],
  },
  {
    name: 'Markdown',
    parse: (text) => readMarkdown(text, FILE),
    whole: [
      `---\nheadline: Ferry\nauthors: [Ines Okafor]\npublishedAt: 2026-01-14\n---\n\n# Ferry\n\n> ${SAID}\n\n- a [link](https://bell.example)\n`,
      `+++\ntitle = "Ferry"\ndate = 2026-01-14T06:00:00Z\n+++\n${SAID}`,
    ],
  },
  { name: 'plain text', parse: readPlainText, whole: [SAID] },
  {
    name: 'feeds',
    parse: (text) => readFeed(text, URL),
    whole: [
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Bell</title><item><title>Ferry</title><link>https://bell.example/ferry</link><pubDate>Wed, 14 Jan 2026 06:00:00 GMT</pubDate><description><![CDATA[<p>${SAID}</p>]]></description></item></channel></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>Ferry</title><updated>2026-01-14T06:00:00Z</updated><content type="html">${SAID}</content></entry></feed>`,
      `{"version":"https://jsonfeed.org/version/1.1","title":"Bell","items":[{"id":"1","url":"https://bell.example/ferry","content_html":"${SAID}"}]}`,
    ],
  },
  {
    name: 'sitemaps',
    parse: (text) => readSitemap(text, URL),
    whole: [
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://bell.example/ferry</loc><lastmod>2026-01-14</lastmod></url></urlset>',
    ],
  },
  {
    name: 'wires',
    parse: (text) => readWire(text, FILE),
    whole: [
      `<nitf><head><docdata><doc-id id-string="1"/><date.issue norm="20260114T060000Z"/></docdata></head><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head><body.content><p>${SAID}</p></body.content></body></nitf>`,
    ],
  },
  {
    name: 'ninjs',
    parse: (text) => readNinjs(text, FILE),
    whole: [
      `{"uri":"urn:1","headline":"Ferry","versioncreated":"2026-01-14T06:00:00Z","body_text":"${SAID}"}`,
    ],
  },
  {
    name: 'WordPress',
    parse: (text) => [readPostList(text, URL), readPosts(text, URL)],
    whole: [
      `[{"id":1,"date_gmt":"2026-01-14T06:00:00","modified_gmt":"2026-01-14T06:00:00","link":"https://bell.example/ferry","status":"publish","title":{"rendered":"Ferry"},"content":{"rendered":"<p>${SAID}</p>"},"_embedded":{}}]`,
    ],
  },
  {
    name: 'encodings',
    parse: (text) => decodeBytes(Buffer.from(text, 'latin1'), null, FILE),
    whole: [SAID, '\u00ff\u00fea\u0000'],
  },
  {
    name: 'sources.yaml',
    parse: (text) => parseSources(text, 'sources.yaml'),
    whole: [
      'contact: desk@bell.example\nsources:\n  - { name: bell, kind: feed, url: "https://bell.example/feed", every: 15m }\n',
    ],
  },
  {
    name: 'timestamps',
    parse: (text) => [parseTimestamp(text), parseWrittenDate(text)],
    whole: ['2026-01-14T06:00:00+01:00', 'Jan. 14, 2026, 6 p.m. ET'],
  },
  {
    name: 'days in questions',
    parse: (text) => askedDaysIn(text, '2026-02-04'),
    whole: ['who said please since last Monday', 'in January 2026'],
  },
  {
    name: 'questions',
    parse: (text) => quote && readInput(quote, text),
    whole: ['who said please speaker:"Mara Quist" after:2026-01-01', 'please outlet:Bell'],
  },
  {
    name: 'addresses of questions',
    parse: (text) => parseAddress(new URLSearchParams({ q: text, speaker: text }), commands),
    whole: ['/quote /context please speaker:"Mara Quist"'],
  },
  {
    name: 'settings',
    parse: (text) =>
      parseConfig({ READBACK_PORT: text, READBACK_PUBLIC_URL: text, READBACK_TRUSTED_PROXIES: text }),
    whole: ['7323', 'https://bell.example/x'],
  },
  {
    name: 'quotations',
    parse: (text) => readText(text, []),
    whole: [SAID, `Q. What then?\nA. Nothing.\n\nQUIST: ${SAID}`],
  },
]

/** Whether a parser refused a text as it should: with a sentence for whoever wrote or sent it. */
export const isRefused = (failure: unknown) => failure instanceof UserError || failure instanceof Refusal
