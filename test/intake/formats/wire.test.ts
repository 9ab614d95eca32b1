import { describe, expect, it } from 'vitest'
import { quotabilityOf } from '../../../src/archive/quotability.ts'
import { readWire } from '../../../src/intake/formats/wire.ts'
import { storyFromItem } from '../../../src/intake/model/feed-item.ts'

const BODY = '<p>The ferry stays.</p><p>“Not today,” said Mara Quist.</p>'
const TEXT = 'The ferry stays.\n“Not today,” said Mara Quist.'

const ninjs1 = (more: object = {}) =>
  JSON.stringify({
    uri: 'urn:bell:12',
    type: 'text',
    versioncreated: '2026-01-14T15:00:00Z',
    firstcreated: '2026-01-14T14:00:00Z',
    headline: 'Ferry stays in harbour',
    byline: 'By Ines Okafor',
    body_xhtml: BODY,
    ...more,
  })
const ninjs3 = (more: object = {}) =>
  JSON.stringify({
    uri: 'urn:bell:12',
    versionCreated: '2026-01-14T15:00:00Z',
    firstCreated: '2026-01-14T14:00:00Z',
    headlines: [{ role: 'main', value: 'Ferry stays in harbour' }],
    by: 'By Ines Okafor',
    bodies: [{ role: 'main', contenttype: 'text/html', value: BODY }],
    ...more,
  })
const newsMl = (
  itemMeta = '',
  body = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${BODY}</body></html></inlineXML>`,
) =>
  `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:bell:12" version="2" standard="NewsML-G2">
<itemMeta><provider qcode="nprov:BELL"><name>The Tidewater Bell</name></provider><versionCreated>2026-01-14T15:00:00Z</versionCreated>
<firstCreated>2026-01-14T14:00:00Z</firstCreated>${itemMeta}</itemMeta>
<contentMeta><creator><name>Ines Okafor</name></creator><headline>Ferry stays in harbour</headline></contentMeta>
<contentSet>${body}</contentSet></newsItem>`
const nitf = (docdata = '', attributes = '') =>
  `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf><head><title>x</title><docdata ${attributes}><doc-id id-string="urn:bell:12"/>
<date.issue norm="20260114T140000Z"/>${docdata}</docdata><pubdata name="The Tidewater Bell"/></head><body><body.head><hedline><hl1>Ferry stays in harbour</hl1></hedline>
<byline>By <person>Ines Okafor</person></byline></body.head><body.content><media><media-caption><p>A picture.</p></media-caption></media>
<block><p>The <org>ferry</org> stays.</p><p>“Not today,” said <person>Mara Quist</person>.</p></block></body.content></body></nitf>`

const [JANUARY, DECEMBER] = [new Date('2026-01-20T00:00:00Z'), new Date('2026-12-01T00:00:00Z')]
const storyOf = (text: string) => {
  const [item] = readWire(text, 'wire')
  if (!item) throw new Error('No item was read.')
  return storyFromItem(item, { file: 'wire', from: 'file:/wire' })
}
const standingOf = (text: string, now = JANUARY) => quotabilityOf(storyOf(text), now)

describe('a story of a wire', () => {
  it.each([
    ['ninjs 1', ninjs1()],
    ['ninjs 2, as plain text', ninjs1({ body_xhtml: undefined, body_text: TEXT, pubstatus: 'usable' })],
    ['ninjs 3', ninjs3({ pubStatus: 'usable' })],
    ['NewsML-G2', newsMl('<pubStatus qcode="stat:usable"/>')],
    [
      'NewsML-G2 that holds NITF',
      newsMl('', `<inlineXML>${nitf().replace(/^.*?<nitf>/su, '<nitf>')}</inlineXML>`),
    ],
    ['NITF', nitf()],
  ])('is read from %s', (_, text) => {
    expect(storyOf(text)).toMatchObject({
      headline: 'Ferry stays in harbour',
      authors: ['Ines Okafor'],
      publishedAt: expect.stringMatching(/^2026-01-14T14:00:00/u),
      status: 'usable',
      text: TEXT,
      keys: ['id:urn:bell:12', 'file:/wire'],
    })
  })

  it.each([
    ['ninjs 1, withheld', ninjs1({ pubstatus: 'withheld' }), 'hold'],
    ['ninjs 1, canceled', ninjs1({ pubstatus: 'canceled' }), 'killed'],
    ['ninjs 1, a status nobody knows', ninjs1({ pubstatus: 'otter' }), 'unknown'],
    ['ninjs 1, a status that is none', ninjs1({ pubstatus: { a: 1 } }), 'unknown'],
    [
      'ninjs 1, a kill in its note',
      ninjs1({ pubstatus: 'usable', ednote: 'MANDATORY KILL: do not use' }),
      'hold',
    ],
    ['ninjs 3, canceled', ninjs3({ pubStatus: 'canceled' }), 'killed'],
    ['ninjs 3, null', ninjs3({ pubStatus: null }), 'unknown'],
    ['NewsML-G2, withheld', newsMl('<pubStatus qcode="stat:withheld"/>'), 'hold'],
    ['NewsML-G2, canceled', newsMl('<pubStatus qcode="stat:canceled"/>'), 'killed'],
    [
      'NewsML-G2, by URI',
      newsMl('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'),
      'killed',
    ],
    ['NewsML-G2, without a code', newsMl('<pubStatus/>'), 'unknown'],
    ['NITF, withheld', nitf('', 'management-status="withheld"'), 'hold'],
    ['NITF, canceled', nitf('', 'management-status="canceled"'), 'killed'],
    ['NITF, embargoed without a date', nitf('', 'management-status="embargoed"'), 'hold'],
  ])('that is not to be quoted is withheld: %s', (_, text, status) => {
    expect(storyOf(text).status).toBe(status)
    expect(standingOf(text, DECEMBER)).toBe('withheld')
  })

  const until = '2026-02-01T06:00:00-05:00'
  it.each([
    ['ninjs 1', ninjs1({ embargoed: until })],
    ['ninjs 3', ninjs3({ embargoedUntil: until })],
    ['ninjs 3, as its guide has it', ninjs3({ embargoed: until })],
    ['NewsML-G2', newsMl(`<embargoed>${until}</embargoed>`)],
    ['NITF', nitf('<date.release norm="20260201T060000-0500"/>', 'management-status="embargoed"')],
    ['NITF, by its date alone', nitf('<date.release norm="20260201T110000Z"/>')],
  ])('under an embargo is withheld until then: %s', (_, text) => {
    expect(standingOf(text, new Date('2026-02-01T10:59:59Z'))).toBe('withheld')
    expect(standingOf(text, new Date('2026-02-01T11:00:00Z'))).toBe('quotable')
  })

  it.each([
    ['ninjs 1, no zone', ninjs1({ embargoed: '2099-02-01T06:00:00' })],
    ['ninjs 1, no date', ninjs1({ embargoed: 'until the vote' })],
    ['ninjs 3, a flag', ninjs3({ embargoedUntil: true })],
    ['NewsML-G2, empty', newsMl('<embargoed/>')],
    ['NewsML-G2, no zone', newsMl('<embargoed>2099-02-01T06:00:00</embargoed>')],
    ['NITF, no zone', nitf('<date.release norm="20990201T060000"/>')],
  ])('under an embargo whose end nobody can tell is held: %s', (_, text) => {
    expect(standingOf(text, DECEMBER)).toBe('withheld')
  })

  it.each([
    ['ninjs 1', ninjs1({ ednote: 'CORRECTS the year.' })],
    [
      'NewsML-G2, by its signal',
      newsMl('<edNote>It was the year 1987.</edNote><signal qcode="sig:correction"/>'),
    ],
    ['NITF', nitf('<ed-msg info="Correction: it was 1987."/>')],
  ])('that is corrected says so: %s', (_, text) => {
    expect(storyOf(text)).toMatchObject({
      status: 'corrected',
      correction: expect.stringMatching(/CORRECTS|1987/u),
    })
  })

  it.each([
    [
      'NewsML-G2, by a second note that kills',
      newsMl('<edNote>Desk: Bo Quill.</edNote><edNote>KILL: wrong ferry.</edNote>'),
      'hold',
      null,
    ],
    [
      'NewsML-G2, by a second note that corrects',
      newsMl('<edNote>With photos.</edNote><edNote>CORRECTION: it was 1987.</edNote>'),
      'corrected',
      'CORRECTION: it was 1987.',
    ],
    [
      'NewsML-G2, by a note that is not for the public',
      newsMl('<edNote role="x:nonpublic">Corrects the year. Ask Bo.</edNote>'),
      'corrected',
      null,
    ],
    [
      'NewsML-G2, by a note with a telephone number',
      newsMl('<edNote>Corrects the year. Call +00 555 01 99 00.</edNote>'),
      'corrected',
      null,
    ],
    [
      'ninjs, by news in its note',
      ninjs1({ ednote: 'Adds that 12 were killed, and that the mayor withdrew.' }),
      'usable',
      null,
    ],
    [
      'ninjs, by a department in its note',
      ninjs1({ ednote: 'Adds the Department of Correction.' }),
      'usable',
      null,
    ],
    [
      'NITF, by an embargo that is past in every zone',
      nitf('<date.release norm="20150201T060000"/>'),
      'usable',
      null,
    ],
  ])('is ruled by its own notes: %s', (_, text, status, correction) => {
    expect(storyOf(text)).toMatchObject({ status, correction })
  })

  it.each([
    [
      'NITF',
      nitf()
        .replace('stays in harbour', 'stays &#8212; caf&#xE9; &amp; bar')
        .replace('“Not today,”', '&#8220;Not today,&#x201d;'),
    ],
    [
      'NewsML-G2',
      newsMl()
        .replace('stays in harbour', 'stays &#8212; caf&#xE9; &amp; bar')
        .replace('“Not today,”', '&#8220;Not today,&#x201d;'),
    ],
  ])('has characters for references: %s', (_, text) => {
    expect(storyOf(text)).toMatchObject({ headline: 'Ferry stays — café & bar', text: TEXT })
  })

  it('keeps what is escaped twice, and what is in CDATA, as it stands', () => {
    const twice = nitf()
      .replace('stays in harbour', 'stays &amp;#8212;')
      .replace('<org>ferry</org>', '<![CDATA[ferry &#8212;]]>')
    expect(storyOf(twice)).toMatchObject({
      headline: 'Ferry stays &#8212;',
      text: TEXT.replace('ferry', 'ferry &#8212;'),
    })
  })

  it.each([
    ['NITF without an id', nitf().replace(/<doc-id.*?>/u, ''), null, ['Ines Okafor']],
    [
      'NITF with a title in the byline',
      nitf().replace('<person>Ines Okafor</person>', 'INES OKAFOR<byttl>Bell Harbour Writer</byttl>'),
      'id:urn:bell:12',
      ['INES OKAFOR'],
    ],
    [
      'NewsML-G2 with a login for a creator',
      newsMl()
        .replace('<name>Ines Okafor</name>', '<name>okafor.ines</name>')
        .replace('<headline>', '<by>By Ines Okafor</by><headline>'),
      'id:urn:bell:12',
      ['Ines Okafor'],
    ],
    [
      'NewsML-G2 with HTML as data',
      newsMl('', `<inlineData contenttype="text/html">${BODY.replaceAll('<', '&lt;')}</inlineData>`),
      'id:urn:bell:12',
      ['Ines Okafor'],
    ],
    [
      'ninjs of Superdesk',
      ninjs1({ uri: undefined, guid: 'urn:bell:12', body_xhtml: undefined, body_html: BODY }),
      'id:urn:bell:12',
      ['Ines Okafor'],
    ],
    [
      'ninjs with an editor',
      ninjs1({
        authors: [
          { name: 'Ines Okafor', role: 'writer' },
          { name: 'Cy Dent', role: 'editor' },
        ],
      }),
      'id:urn:bell:12',
      ['Ines Okafor'],
    ],
    [
      'ninjs in the envelope of an agency',
      `{"data":{"items":[{"item":${ninjs1({ uri: undefined, altids: { itemid: 'urn:bell:12' }, body_xhtml: undefined, body_html5: BODY })}}]}}`,
      'id:urn:bell:12',
      ['Ines Okafor'],
    ],
    ['ninjs in a list', `[${ninjs1()}]`, 'id:urn:bell:12', ['Ines Okafor']],
  ])('is read as agencies send it: %s', (_, text, id, authors) => {
    expect(readWire(text, 'wire')[0]?.id).toBe(id)
    expect(storyOf(text)).toMatchObject({ authors, text: TEXT })
  })

  it('comes in from a message that has pictures beside it', () => {
    const picture = newsMl()
      .replace('<itemMeta>', '<itemMeta><itemClass qcode="ninat:picture"/>')
      .replace('urn:bell:12', 'urn:bell:13')
    const items = [picture, newsMl()].map((item) => item.replace(/<\?.*?\?>/u, ''))
    const message = `<newsMessage><itemSet>${items.join('')}</itemSet></newsMessage>`
    expect(readWire(message, 'wire').map(({ id }) => id)).toEqual(['id:urn:bell:12'])
  })

  it('may be one of several in a message', () => {
    const items = [newsMl(), newsMl().replace('urn:bell:12', 'urn:bell:13')].map((item) =>
      item.replace(/<\?.*?\?>/u, ''),
    )
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`
    expect(readWire(message, 'wire').map(({ id }) => id)).toEqual(['id:urn:bell:12', 'id:urn:bell:13'])
  })
})

describe('a file of a wire is refused', () => {
  it.each([
    ['that has no name', ninjs1({ uri: undefined }), 'uri'],
    ['that is a picture', ninjs1({ type: 'picture' }), 'only text is read'],
    ['that only links to its text', ninjs1({ body_xhtml: undefined, renditions: {} }), 'is not in the item'],
    ['that is no JSON', '{"uri": ', 'is not JSON'],
    ['that is some other XML', '<otter/>', 'begins with <otter>'],
    ['that is NewsML 1', '<NewsML Version="1.2"><NewsItem/></NewsML>', 'is NewsML 1'],
    [
      'that is a package',
      '<newsMessage><itemSet><packageItem guid="p"/></itemSet></newsMessage>',
      'is a package',
    ],
    ['whose item has no name', newsMl().replace('guid="urn:bell:12"', ''), 'guid'],
    ['that is not well formed', newsMl().slice(0, 200), 'line '],
    [
      'that declares entities',
      nitf().replace('SYSTEM "nitf-3-6.dtd"', '[<!ENTITY x SYSTEM "http://127.0.0.1/">]'),
      'declares entities',
    ],
    ['that nests without end', `<nitf>${'<block>'.repeat(9000)}${'</block>'.repeat(9000)}</nitf>`, ''],
  ])('%s', (_, text, reason) => {
    expect(() => storyOf(text)).toThrow(
      expect.objectContaining({ name: 'Refusal', message: expect.stringContaining(reason) }),
    )
  })
})
