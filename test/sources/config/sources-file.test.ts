import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { Source } from '../../../src/sources/config/source.ts'
import { parseSources, readSources } from '../../../src/sources/config/sources-file.ts'
import { folderWith } from '../../intake/folder.ts'

const GOOD = `contact: desk@bell.example
inside: [cms.bell.lan:8080]
sources:
  - name: bell
    kind: feed
    url: https://bell.example/feed
    every: 15m
    late: 6h
  - { name: drop, kind: folder, path: drop }
  - { name: cms, kind: wordpress, url: "http://cms.bell.lan:8080", every: 5s }
  - { name: desk, kind: hook }
`

describe('the file of sources', () => {
  it('says where coverage comes from', () => {
    expect(parseSources(GOOD, 'sources.yaml')).toMatchObject({
      contact: 'desk@bell.example',
      sources: [
        { name: 'bell', kind: 'feed', every: 900, late: 21_600, text: 'feed' },
        { name: 'drop', kind: 'folder', every: 2 },
        { name: 'cms', every: 5 },
        { name: 'desk', kind: 'hook' },
      ],
    })
  })

  it('names no alias of nothing', () => {
    expect(() => parseSources('sources: *others', 'sources.yaml')).toThrow(UserError)
    expect(() => parseSources('sources: *others', 'sources.yaml')).toThrow(/sources\.yaml is wrong.*others/s)
  })

  it('is as the page for operators has it', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../docs/operators.md'), 'utf8')
    const [, example = ''] = /```yaml\n(contact:.*?)```/su.exec(page) ?? []
    const kinds = parseSources(example, 'operators.md').sources.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(Source.options.map((option) => option.shape.kind.value)))
  })

  it('may be missing, or empty: then there is none', async () => {
    const folder = await folderWith({ 'sources.yaml': '' })
    expect((await readSources(join(folder, 'sources.yaml'))).sources).toEqual([])
    expect((await readSources(join(folder, 'no-such.yaml'))).sources).toEqual([])
  })

  it.each([
    ['15m', 'often', 'line 7: sources.0.every is no length of time'],
    ['15m', '60s', 'line 7: sources.0.every is less than 10m'],
    ['kind: feed', 'kind: fax', 'line 5: sources.0.kind is not feed'],
    ['https://bell.example/feed', 'ftp://bell.example/feed', 'line 6: sources.0.url is no http or https'],
    ['name: drop', 'name: bell', 'line 9: sources.1.name is another source’s'],
    ['name: bell', 'name: The Bell', 'line 4: sources.0.name is not of small letters'],
    ['contact: desk@bell.example', '', 'sources.0 is fetched from, so the file needs contact'],
    ['    late: 6h', '    later: 6h', 'line 4: sources.0'],
    ['[cms.bell.lan:8080]', '[http://cms.bell.lan]', 'line 2: inside.0 is no host'],
    ['sources:', 'sources: [', 'line '],
  ])('is refused by line and field where %j is %j', (from, to, fault) => {
    const parse = () => parseSources(GOOD.replace(from, to), 'data/sources.yaml')
    expect(parse).toThrow(expect.objectContaining({ name: 'UserError' }))
    expect(parse).toThrow(fault)
    expect(parse).toThrow('data/sources.yaml')
  })
})
