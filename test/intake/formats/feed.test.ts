import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../src/intake/formats/feed.ts'
import { checkFacts } from '../../../src/intake/model/facts.ts'

const URL = 'https://bell.example/feed'
const XMLNS =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'

const RSS = `<?xml version="1.0"?><rss version="2.0" ${XMLNS}><channel><title>The Tidewater Bell</title>
<link>https://bell.example</link><description>News</description><item><title>Ferry &lt;i&gt;stays&lt;/i&gt; in &amp;amp; out</title>
<link>/ferry</link><guid isPermaLink="false">12</guid><pubDate>Wed, 14 Jan 2026 09:00:00 -0500</pubDate>
<dc:creator>Ines Okafor</dc:creator><category>Harbour</category><description>A summary.</description>
<content:encoded><![CDATA[<p>The ferry stays.</p><p>“Not today,” said Mara Quist.</p>]]></content:encoded></item></channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tidewater Bell</title><id>urn:bell</id><updated>2026-01-14T14:00:00Z</updated>
<entry><id>urn:bell:12</id><title>Ferry stays in harbour</title><link rel="edit" href="/edit/12"/><link href="/ferry"/>
<published>2026-01-14T09:00:00-05:00</published><updated>2026-01-14T11:00:00-05:00</updated><author><name>Ines Okafor</name></author>
<category term="Harbour"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry stays.</p><p>“Not today,” said Mara Quist.</p></div></content></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${XMLNS}>
<channel rdf:about="https://bell.example"><title>The Tidewater Bell</title><link>https://bell.example</link></channel>
<item rdf:about="https://bell.example/ferry"><title>Ferry stays in harbour</title><link>https://bell.example/ferry</link>
<dc:date>2026-01-14T09:00:00-05:00</dc:date><description>A summary.</description></item></rdf:RDF>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Tidewater Bell',
  items: [
    {
      id: 'https://bell.example/ferry',
      url: 'https://bell.example/ferry',
      title: 'Ferry stays in harbour',
      content_html: '<p>The ferry stays.</p><p>“Not today,” said Mara Quist.</p>',
      date_published: '2026-01-14T09:00:00-05:00',
      date_modified: '2026-01-14T11:00:00-05:00',
      authors: [{ name: 'Ines Okafor' }],
    },
  ],
})

const TEXT = 'The ferry stays.\n“Not today,” said Mara Quist.'

describe('a feed', () => {
  it.each([
    ['RSS', RSS, 'guid:bell.example#12', TEXT],
    ['Atom', ATOM, 'guid:urn:bell:12', TEXT],
    ['RDF', RDF, 'guid:https://bell.example/ferry', undefined],
    ['JSON Feed', JSON_FEED, 'guid:https://bell.example/ferry', TEXT],
  ])(
    'of %s lists its stories, each by its name and address, with its words where they are there',
    (_, feed, id, text) => {
      const [item, ...others] = readFeed(feed, URL)
      expect(others).toEqual([])
      expect(item).toMatchObject({
        id,
        url: 'https://bell.example/ferry',
      })
      expect(item?.stated().outlet).toBe('The Tidewater Bell')
      expect(item?.extract?.().text).toBe(text)
    },
  )

  it('tells headlines without markup, authors without addresses, and dates with their zones', () => {
    expect(readFeed(RSS, URL)[0]?.stated()).toMatchObject({
      headline: 'Ferry stays in & out',
      authors: ['Ines Okafor'],
      publishedAt: 'Wed, 14 Jan 2026 09:00:00 -0500',
      section: 'Harbour',
    })
    const byMail = RSS.replace(
      /<dc:creator>.*?<\/dc:creator>/u,
      '<author>desk@bell.example (Ines Okafor)</author>',
    )
    expect(checkFacts(readFeed(byMail, URL)[0]?.stated() ?? {}, URL).authors).toEqual(['Ines Okafor'])
    const mailOnly = readFeed(RSS.replace('Ines Okafor', 'desk@bell.example'), URL)[0]?.stated()
    expect(checkFacts(mailOnly ?? {}, URL).authors).toEqual([])
    expect(
      readFeed(RSS.replace(/<pubDate>.*?</u, '<pubDate>yesterday<'), URL)[0]?.stated().publishedAt,
    ).toBeUndefined()
  })

  it.each([
    ['is a page', '<html><body><p>Not found</p></body></html>', 'is no RSS'],
    ['is no JSON feed', '{"otter": true}', 'is no RSS'],
    ['is broken off', RSS.slice(0, 300), 'line '],
    ['is no JSON', '{"version": ', 'is not JSON'],
  ])('that %s is refused', (_, feed, reason) => {
    expect(() => readFeed(feed, URL)).toThrow(reason)
  })
})
