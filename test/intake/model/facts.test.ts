import { describe, expect, it } from 'vitest'
import { quotabilityOf } from '../../../src/archive/quotability.ts'
import { checkFacts } from '../../../src/intake/model/facts.ts'

const NOW = new Date('2026-03-03T12:00:00Z')

describe('the facts of a source', () => {
  it('are null where it states nothing', () => {
    expect(checkFacts({}, 'otter.md')).toEqual({
      headline: null,
      outlet: null,
      authors: [],
      publishedAt: null,
      updatedAt: null,
      url: null,
      section: null,
      status: 'usable',
      embargoUntil: null,
      correction: null,
    })
  })

  it.each([
    [
      ['Ines Okafor', ' Bo  Quill ', ''],
      ['Ines Okafor', 'Bo Quill'],
    ],
    ['Ines Okafor', ['Ines Okafor']],
    ['', []],
  ])('take the authors %j', (authors, names) => {
    expect(checkFacts({ authors }, 'otter.md').authors).toEqual(names)
  })

  it.each([
    [{}, 'usable'],
    [{ status: '' }, 'usable'],
    [{ correction: 'The otter is female.' }, 'corrected'],
    [{ status: 'Retracted' }, 'retracted'],
    [{ status: 'withheld' }, 'hold'],
    [{ status: 'canceled' }, 'killed'],
    [{ status: 'published' }, 'usable'],
    [{ status: 'draft' }, 'unknown'],
    [{ status: 'constructor' }, 'unknown'],
    [{ status: ['usable', 'killed'] }, 'unknown'],
  ])('read %j as %s', (stated, status) => {
    expect(checkFacts(stated, 'otter.md').status).toBe(status)
  })

  it.each([
    ['a status nobody knows', { status: 'almost there' }],
    ['an embargo without a zone', { embargoUntil: '2099-03-01T09:00' }],
    ['an embargo in the future', { embargoUntil: '2026-03-04T09:00:00Z' }],
    ['an embargo without a time', { status: 'embargoed' }],
  ])('withhold a story with %s', (_, stated) => {
    expect(quotabilityOf(checkFacts(stated, 'otter.md'), NOW)).toBe('withheld')
  })

  it.each([
    ['expiresAt', 'soon', 'otter.md: expiresAt: "soon" is no date'],
    ['embargoUntil', 'tomorrow', 'otter.md: embargoUntil: "tomorrow" is no date'],
    ['url', 'javascript:alert(1)', 'otter.md: url: "javascript:alert(1)" is no http or https address'],
    ['url', '/2026/otter', 'otter.md: url: "/2026/otter" is no http or https address'],
    ['headline', { big: 'Otter' }, 'otter.md: headline: {"big":"Otter"} is not text'],
    ['authors', { name: 'Ines' }, 'otter.md: authors: {"name":"Ines"} is no name'],
    ['section', 'x'.repeat(500).split(''), 'otter.md: section: ["x","x","x",'],
  ])('refuse the %s %j', (field, value, message) => {
    const refused = expect(() => checkFacts({ [field]: value }, 'otter.md'))
    refused.toThrow(expect.objectContaining({ name: 'Refusal', file: 'otter.md', field }))
    refused.toThrow(message)
  })
})
