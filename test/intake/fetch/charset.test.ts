import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes, decodeDocument } from '../../../src/intake/fetch/charset.ts'

const WORDS = 'Le café très cher : « Ne bougez pas », dit Élise. “Not today,” said Mara Quist.'
const encoded = (encoding: string, words = WORDS) => iconv.encode(words, encoding)
const page = (label: string) => `<meta charset="${label}">${WORDS}`
const xml = (label: string) => `<?xml version="1.0" encoding="${label}"?><p>${WORDS}</p>`

describe('a document is decoded', () => {
  it.each([
    ['by the encoding that was sent with it', encoded('windows-1252'), 'windows-1252', WORDS],
    ['by its own word in HTML', encoded('windows-1252', page('iso-8859-1')), null, page('iso-8859-1')],
    ['by its own word in XML', encoded('windows-1252', xml('ISO-8859-1')), null, xml('ISO-8859-1')],
    [
      'by its own word where what was sent is wrong',
      encoded('windows-1252', xml('ISO-8859-1')),
      'utf-8',
      xml('ISO-8859-1'),
    ],
    ['from UTF-16 by its mark', encoded('utf-16', WORDS), null, WORDS],
    ['as UTF-8 where nothing is said', encoded('utf-8'), null, WORDS],
    ['as the web’s default where nothing is said, and it is not UTF-8', encoded('windows-1252'), null, WORDS],
    [
      'from a code page of DOS',
      encoded('cp850', xml('IBM850').replace(/[“”]/gu, '"')),
      null,
      xml('IBM850').replace(/[“”]/gu, '"'),
    ],
  ])('%s', (_, bytes, sent, text) => {
    expect(decodeDocument(bytes, sent, 'otter.xml')).toBe(text)
  })

  it.each([
    [
      'windows-1250',
      'Burmistrz powiedział, że hala zostanie otwarta wiosną. „Czekaliśmy długo”, oświadczyła Łucja Żak.',
    ],
    [
      'windows-1251',
      'Мэр заявил, что рынок откроется весной. «Мы ждали достаточно долго», — сказала Анна Петрова.',
    ],
    [
      'windows-1253',
      'Ο δήμαρχος δήλωσε ότι η αγορά θα ανοίξει την άνοιξη. «Περιμέναμε αρκετά», είπε η Άννα.',
    ],
    ['shift_jis', '市長は月曜日、市場を春に再開すると発表した。「十分に待った」と佐藤さんは話した。'],
    ['euc-kr', '시장은 월요일 시장을 봄에 다시 연다고 밝혔다. “충분히 기다렸다”고 김 씨는 말했다.'],
    ['gb18030', '市长周一表示，市场将于春季重新开放。“我们等得够久了，”李明说。'],
  ])('from %s, which nothing says', (encoding, words) => {
    expect(decodeDocument(encoded(encoding, `<p>${words}</p>`), null, 'otter.html')).toBe(`<p>${words}</p>`)
  })

  it('with a damaged byte replaced and counted', () => {
    const bytes = Buffer.concat([encoded('utf-8'), Buffer.from([0xe9, 0x20]), encoded('utf-8')])
    expect(decodeBytes(bytes, 'utf-8', 'otter.txt')).toEqual({
      text: `${WORDS}\ufffd ${WORDS}`,
      encoding: 'utf-8',
      replaced: 1,
    })
  })
})

it.each([
  ['is not what it says', encoded('windows-1252'), 'utf-8', 'is not utf-8, as it says'],
  ['has an encoding that nobody knows', encoded('utf-8'), 'otter-7', 'is not otter-7'],
  ['is UTF-7, in which markup can hide', Buffer.from('+ADw-p+AD4-'), 'utf-7', 'is not utf-7'],
  ['has NUL characters', Buffer.from('O\0t\0t\0'), null, 'has NUL characters'],
])('a document that %s is refused', (_, bytes, sent, reason) => {
  expect(() => decodeDocument(bytes, sent, 'otter.xml')).toThrow(
    expect.objectContaining({ name: 'Refusal', field: 'encoding', message: expect.stringContaining(reason) }),
  )
})
