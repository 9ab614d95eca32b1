// Makes stories of an invented site and writes each in every format that is read, for tests and measurements.

/** What an invented story states, and its paragraphs. */
export type MadeStory = {
  number: number
  headline: string
  authors: string[]
  publishedAt: string
  updatedAt: string
  url: string
  outlet: string
  paragraphs: string[]
}

const PEOPLE = [
  'Mara Quist',
  'Bo Tarn',
  'Ines Okafor',
  'Jory Wick',
  'Della Marsh',
  'Émile Roux',
  'Nan O’Dowd',
]
const PLACES = [
  'the ferry pier',
  'the north lock',
  'the café on Rope Street',
  'the tug yard',
  'the old ice house',
]
const DEEDS = [
  'closes for repairs',
  'reopens after storm',
  'gets a new keeper',
  'is sold & moved',
  'floods again',
]

const pick = <Item>(items: Item[], number: number): Item => items[number % items.length] as Item
const two = (number: number) => String(number).padStart(2, '0')

/** Returns story `number` of the site; no two numbers give the same story. `length` is its count of paragraphs. */
export function madeStory(number: number, length = 5): MadeStory {
  const [speaker, place] = [pick(PEOPLE, number), pick(PLACES, number)]
  const day = `2026-${two(1 + (number % 9))}-${two(1 + (number % 27))}`
  const authors =
    number % 3 === 0 ? ['Ada Finch', 'Cy Dent'] : [pick(['Ada Finch', 'Cy Dent', 'Zoë Lund'], number)]
  const more = Array.from(
    { length: Math.max(0, length - 3) },
    (_, i) =>
      `In ${1900 + ((number + i) % 120)} the harbour board had ${number + i} boats on its list, and ${place} was one of ${i + 2} places to moor them.`,
  )
  return {
    ...{ number, authors, url: `https://bell.example/harbour/${number}-story`, outlet: 'The Tidewater Bell' },
    headline: `${place[0]?.toUpperCase()}${place.slice(1)} ${pick(DEEDS, number)}, no. ${number}`,
    publishedAt: `${day}T09:${two(number % 60)}:00Z`,
    updatedAt: `${day}T10:${two(number % 60)}:00Z`,
    paragraphs: [
      `${place[0]?.toUpperCase()}${place.slice(1)} was the talk of the town on Monday, when ${number} people came to see it – and stayed.`,
      `“We have counted ${number} gulls & one heron,” said ${speaker}, who keeps the log. “Nobody has asked for more.”`,
      ...more,
      'The board meets again in spring.',
    ],
  }
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const numeric = (words: string) =>
  escaped(words).replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`)
const html = ({ paragraphs }: MadeStory, write = escaped) =>
  paragraphs.map((words) => `<p>${write(words)}</p>`).join('\n')
const byline = ({ authors }: MadeStory) => `By ${authors.join(' and ')}`
const compact = (time: string) => time.replace(/[-:]/gu, '')

const page = (story: MadeStory, head: string, byline = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(story.headline)} | ${story.outlet}</title>
<link rel="canonical" href="${story.url}">${head}</head><body><header><nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav></header>
<main><article><h1>${escaped(story.headline)}</h1>${byline}<div class="share-bar"><a href="#">Share</a></div>
${html(story)}<div class="newsletter-box"><p>Get the Bell in your inbox.</p></div></article></main>
<aside class="related"><p>Another story: “Not this one,” said nobody.</p></aside><footer><p>© ${story.outlet}</p></footer></body></html>`

const jsonLd = (story: MadeStory) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: story.headline, author: story.authors.map((name) => ({ '@type': 'Person', name })), publisher: { name: story.outlet }, datePublished: story.publishedAt, dateModified: story.updatedAt, url: story.url })}</script>`

const metaTags = (story: MadeStory) =>
  `<meta property="og:title" content="${escaped(story.headline)}"><meta property="og:site_name" content="${story.outlet}">
<meta name="author" content="${story.authors.join(', ')}"><meta property="article:published_time" content="${story.publishedAt}"><meta property="article:modified_time" content="${story.updatedAt}">`

const shown = (story: MadeStory) =>
  `<p class="byline">${byline(story)}</p><p class="dates"><time datetime="${story.publishedAt}">then</time> <span class="updated">Updated <time class="updated" datetime="${story.updatedAt}">later</time></span></p>`

const rss = (story: MadeStory) =>
  `\n<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>${story.outlet}</title>
<link>https://bell.example/</link><description>x</description><item><title>${escaped(story.headline)}</title><link>${story.url}</link><guid isPermaLink="false">${story.number}</guid><pubDate>${new Date(story.publishedAt).toUTCString()}</pubDate><dcterms:modified>${story.updatedAt}</dcterms:modified>
${story.authors.map((name) => `<dc:creator>${name}</dc:creator>`).join('')}<content:encoded><![CDATA[${html(story)}<p>The post <a href="${story.url}">${escaped(story.headline)}</a> appeared first on <a href="/">${story.outlet}</a>.</p>]]></content:encoded></item></channel></rss>`

const atom = (story: MadeStory) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${story.outlet}</title><id>urn:bell</id><updated>${story.updatedAt}</updated><entry><id>urn:bell:${story.number}</id><title>${escaped(story.headline)}</title><link href="${story.url}"/>
<published>${story.publishedAt}</published><updated>${story.updatedAt}</updated>${story.authors.map((name) => `<author><name>${name}</name></author>`).join('')}<content type="text">${escaped(story.paragraphs.join('\n\n'))}</content></entry></feed>`

const jsonFeed = (story: MadeStory) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: story.outlet,
    items: [
      {
        id: String(story.number),
        url: story.url,
        title: story.headline,
        date_published: story.publishedAt,
        date_modified: story.updatedAt,
        authors: story.authors.map((name) => ({ name })),
        content_html: html(story),
      },
    ],
  })

const wordpress = (story: MadeStory) =>
  JSON.stringify([
    {
      id: story.number,
      link: story.url,
      status: 'publish',
      date_gmt: story.publishedAt.replace('Z', ''),
      modified_gmt: story.updatedAt.replace('Z', ''),
      title: { rendered: numeric(story.headline) },
      content: { rendered: html(story, numeric), protected: false },
      coauthors: story.authors.map((display_name) => ({ display_name })),
      _embedded: { author: [{ name: 'webadmin' }] },
    },
  ])

const ninjs = (story: MadeStory) =>
  JSON.stringify({
    uri: `urn:bell:${story.number}`,
    type: 'text',
    pubstatus: 'usable',
    headline: story.headline,
    byline: byline(story),
    infosources: [{ name: story.outlet }],
    firstcreated: story.publishedAt,
    versioncreated: story.updatedAt,
    canonicalurl: story.url,
    body_xhtml: html(story),
  })

const newsml = (story: MadeStory) =>
  `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:bell:${story.number}" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:b"><name>${story.outlet}</name></provider><versionCreated>${story.updatedAt}</versionCreated><firstCreated>${story.publishedAt}</firstCreated><pubStatus qcode="stat:usable"/><link rel="irel:isWeb" href="${story.url}"/></itemMeta>
<contentMeta><headline>${numeric(story.headline)}</headline><by>${byline(story)}</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>${html(story, numeric)}</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`

const nitf = (story: MadeStory) =>
  `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="urn:bell:${story.number}"/><date.issue norm="${compact(story.publishedAt)}"/></docdata><pubdata name="${story.outlet}" ex-ref="${story.url}"/><revision-history norm="${compact(story.updatedAt)}"/></head><body><body.head><hedline><hl1>${numeric(story.headline)}</hl1></hedline><byline>${byline(story)}</byline></body.head><body.content>${html(story, numeric)}</body.content></body></nitf>`

const yaml = (story: MadeStory) =>
  `---\ntitle: ${JSON.stringify(story.headline)}\nauthor: ${story.authors.join(', ')}\npublication: ${story.outlet}\ndate: ${story.publishedAt}\nlastmod: ${story.updatedAt}\ncanonical: ${story.url}\n---\n\n${story.paragraphs.join('\n\n')}\n\n{{< share >}}\n`

const toml = (story: MadeStory) =>
  `+++\ntitle = ${JSON.stringify(story.headline)}\nauthors = ${JSON.stringify(story.authors)}\npublication = "${story.outlet}"\ndate = ${story.publishedAt}\nlastmod = ${story.updatedAt}\ncanonicalURL = "${story.url}"\n+++\n\n${story.paragraphs.join('\n\n')}\n`

const jsonMatter = (story: MadeStory) =>
  `${JSON.stringify({ title: story.headline, authors: story.authors.map((name) => ({ name })), publication: story.outlet, date: story.publishedAt, lastmod: story.updatedAt, canonical: story.url }, null, 1)}\n\n${story.paragraphs.join('\n\n')}\n`

/** A format: its name, the ending of its files, and how it is fetched where it is none of a file. */
export type MadeFormat = {
  name: string
  ending: string
  as: 'file' | 'list'
  write: (story: MadeStory) => string
}

/** Every format that is read, in the forms that sites use. */
export const FORMATS: MadeFormat[] = [
  { name: 'a page with JSON-LD', ending: 'html', as: 'file', write: (story) => page(story, jsonLd(story)) },
  {
    name: 'a page with meta tags',
    ending: 'html',
    as: 'file',
    write: (story) => page(story, metaTags(story)),
  },
  {
    name: 'a page that shows all',
    ending: 'html',
    as: 'file',
    write: (story) => page(story, '', shown(story)),
  },
  { name: 'Markdown with YAML', ending: 'md', as: 'file', write: yaml },
  { name: 'Markdown with TOML', ending: 'md', as: 'file', write: toml },
  { name: 'Markdown with JSON', ending: 'md', as: 'file', write: jsonMatter },
  { name: 'ninjs', ending: 'json', as: 'file', write: ninjs },
  { name: 'NewsML-G2', ending: 'xml', as: 'file', write: newsml },
  { name: 'NITF', ending: 'xml', as: 'file', write: nitf },
  { name: 'RSS', ending: 'xml', as: 'list', write: rss },
  { name: 'Atom', ending: 'xml', as: 'list', write: atom },
  { name: 'JSON Feed', ending: 'json', as: 'list', write: jsonFeed },
  { name: 'WordPress', ending: 'json', as: 'list', write: wordpress },
]
