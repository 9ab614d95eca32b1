import { expect, it, vi } from 'vitest'
import { folderWith } from '../../intake/folder.ts'
import { start } from './program.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

/** A delivery in NITF in which somebody says something, with a declaration and notes to editors. */
const nitf = (id: string, words: string, { declaration = '', docdata = '' } = {}) =>
  `${declaration}<nitf><head><docdata><doc-id id-string="${id}"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Story ${id}</hl1></hedline></body.head><body.content><p>${words} said Mara Quist on Monday.</p></body.content></body></nitf>`
const LATIN_1 = '<?xml version="1.0" encoding="ISO-8859-1"?>'
const UTF_8 = '<?xml version="1.0" encoding="UTF-8"?>'

it('the program decodes deliveries by their own word, and quotes none that it cannot read or that was killed', {
  timeout: 120_000,
}, async () => {
  const data = await folderWith({ 'sources.yaml': 'sources: [{ name: cms, kind: hook }]' })
  const program = await start(data)
  const quoted = async (words: string) => (await program.quote(`"${words}"`)).evidence[0]?.text
  const until = (words: string, text: string) =>
    vi.waitFor(async () => expect(await quoted(words)).toBe(text), { timeout: 30_000, interval: 100 })

  const latin = nitf('1', '"Le café est très cher,"', { declaration: LATIN_1 })
  expect(await program.deliver('cms', bytes(latin, 'latin1'))).toBe(200)
  await until('Le café est très cher', 'Le café est très cher,')

  const unsaid = nitf('2', '"Élise préfère le thé glacé,"')
  expect(await program.deliver('cms', bytes(unsaid, 'latin1'))).toBe(200)
  await until('Élise préfère le thé glacé', 'Élise préfère le thé glacé,')

  const references = nitf('3', '&#8220;Nothing stays dry here,&#x201d;')
  expect(await program.deliver('cms', bytes(references))).toBe(200)
  await until('Nothing stays dry here', 'Nothing stays dry here,')

  const mislabelled = nitf('4', '"Ça ne va pas du tout là-bas,"', { declaration: UTF_8 })
  expect(await program.deliver('cms', bytes(mislabelled, 'latin1'))).toBe(422)
  expect(await program.deliver('cms', bytes('{"headline": "No id", "body_text": "Nobody knows."}'))).toBe(422)

  const killed = nitf('3', '&#8220;Nothing stays dry here,&#x201d;', {
    docdata: '<ed-msg info="KILL: wrong town."/>',
  })
  expect(await program.deliver('cms', bytes(killed))).toBe(200)
  await vi.waitFor(async () => expect(await quoted('Nothing stays dry here')).toBeUndefined(), {
    timeout: 30_000,
  })
  expect(await quoted('Ça ne va pas du tout là-bas')).toBeUndefined()
})
