import { describe, expect, it } from 'vitest'
import { openStory } from '../../src/answers/open-story.ts'
import { changesBetween } from '../../src/answers/version-diff.ts'
import type { Status } from '../../src/archive/article.ts'
import { citer } from '../../src/archive/citation.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { openSegmentIndex } from '../../src/search/segments/segment-index.ts'
import { linesOf, story } from '../story.ts'

const now = () => new Date('2026-03-01T00:00:00Z')

/** A desk with one story, kept in as many versions as there are statuses. */
async function deskWith(...statuses: Status[]) {
  const archive = openSqliteArchive(openDatabase(':memory:'))
  let id = ''
  for (const [i, status] of statuses.entries()) {
    const text = `The ferry sails at ${i + 6}.`
    id = (await archive.keep(story({ status, text }), linesOf(text))).article.id
  }
  const desk = {
    archive,
    index: openSegmentIndex({ now, textOf: () => null }),
    cite: citer(null),
    now,
    log: { info() {}, warn() {} },
  }
  return { id, open: (version?: number) => openStory({ id, version }, desk) }
}

describe('a story opened', () => {
  it('is at its newest version, or at the one asked for with what changed since', async () => {
    const { open } = await deskWith('usable', 'corrected')
    expect(await open()).toMatchObject({
      kind: 'readable',
      newest: 2,
      changes: [],
      article: { version: { number: 2 } },
    })
    expect(await open(1)).toMatchObject({
      article: { version: { text: 'The ferry sails at 6.' } },
      facts: { status: 'corrected' },
      changes: [
        [
          { text: 'The ferry sails at ' },
          { kind: 'removed', text: '6' },
          { kind: 'added', text: '7' },
          { text: '.' },
        ],
      ],
    })
    expect(await open(3)).toBeNull()
  })

  it.each<Status>(['killed', 'hold', 'embargoed', 'unknown'])(
    'is not shown at any version once it is %s',
    async (status) => {
      const { open } = await deskWith('usable', status)
      expect([await open(), await open(1), await open(2)]).toEqual([null, null, null])
    },
  )

  it('is not shown at a version that was never to be quoted', async () => {
    const { open } = await deskWith('hold', 'usable')
    expect(await open()).toMatchObject({ kind: 'readable' })
    expect(await open(1)).toBeNull()
  })

  it('is only named once it is retracted, at any version', async () => {
    const { id, open } = await deskWith('usable', 'retracted')
    for (const version of [undefined, 1, 2]) {
      const opened = await open(version)
      expect(opened).toMatchObject({ kind: 'retracted', id })
      expect(JSON.stringify(opened)).not.toContain('sails at')
    }
  })
})

describe('what changed between two texts', () => {
  const told = (before: string, after: string) =>
    changesBetween(before, after).map((paragraph) =>
      paragraph
        .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
        .join(''),
    )

  it.each([
    ['The tide is out.', 'The tide is out.', []],
    ['The tide is out.', 'The tide is in.', ['The tide is [-out-]{+in+}.']],
    ['One.\n\nTwo.', 'One.\n\nTwo.\n\nThree.', ['{+Three.+}']],
    ['One.\nTwo.\nThree.', 'One.\nThree.', ['[-Two.-]']],
    ['One.\n\n\nTwo.', 'One.\nTwo.  \n', []],
  ])('%j, %j', (before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  it('is all of it where texts are too far apart to compare', () => {
    const words = (from: number) => Array.from({ length: 1500 }, (_, i) => `w${from + i}`).join(' ')
    expect(told(words(0), words(5000))).toEqual([`[-${words(0)}-]{+${words(5000)}+}`])
  })
})
