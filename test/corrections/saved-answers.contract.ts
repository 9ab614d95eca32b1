import { beforeEach, describe, expect, it } from 'vitest'
import type { EvidencePlace, SavedAnswer, SavedAnswers } from '../../src/corrections/saved-answers.ts'

/** A place as a quotation in the ferry's story would have it, with what a test wants to be different. */
export const place = (changes: Partial<EvidencePlace> = {}): EvidencePlace => ({
  articleId: 'ferry-1',
  version: 1,
  start: 29,
  end: 39,
  kind: 'direct',
  score: 1.5,
  alsoIn: [],
  ...changes,
})

const DAY = 86_400_000

/** What every store of saved answers does. `open` makes a new, empty one that lives by the given clock. */
export function describeSavedAnswers(name: string, open: (now: () => Date) => Promise<SavedAnswers>): void {
  describe(`${name}, as a store of saved answers`, () => {
    let savedAnswers: SavedAnswers
    let now: Date
    beforeEach(async () => {
      now = new Date('2026-02-01T12:00:00Z')
      savedAnswers = await open(() => now)
    })
    const later = (days: number) => {
      now = new Date(now.getTime() + days * DAY)
    }

    const quoted: SavedAnswer = { command: 'quote', places: [place()] }

    it('gives back what was kept, by an id that fits any button', async () => {
      const id = await savedAnswers.keep(quoted)
      expect(id).toMatch(/^[\w-]{16}$/)
      expect(await savedAnswers.find(id)).toEqual(quoted)
    })

    it('gives the same evidence the same id, however well it scored', async () => {
      const id = await savedAnswers.keep(quoted)
      expect(await savedAnswers.keep({ ...quoted, places: [place({ score: 0.2 })] })).toBe(id)
    })

    it.each([
      ['another command', { command: 'context', places: [place()] }],
      ['other words', { command: 'quote', places: [place({ end: 38 })] }],
      ['no evidence', { command: 'quote', places: [] }],
    ])('gives another id to %s', async (_, given) => {
      expect(await savedAnswers.keep(given)).not.toBe(await savedAnswers.keep(quoted))
    })

    it('shares no id with another store', async () => {
      const other = await open(() => now)
      expect(await other.keep(quoted)).not.toBe(await savedAnswers.keep(quoted))
      expect(await other.find('AAAAAAAAAAAAAAAA')).toBeNull()
    })

    it('forgets after 30 days, unless the answer was given again', async () => {
      const id = await savedAnswers.keep(quoted)
      later(29)
      expect(await savedAnswers.find(id)).toEqual(quoted)
      await savedAnswers.keep(quoted)
      later(29)
      expect(await savedAnswers.find(id)).toEqual(quoted)
      later(2)
      expect(await savedAnswers.find(id)).toBeNull()
      expect(await savedAnswers.rate(id, true)).toBe(false)
    })

    it('counts what people thought of an answer that it keeps', async () => {
      const id = await savedAnswers.keep(quoted)
      expect(await savedAnswers.rate(id, true)).toBe(true)
      expect(await savedAnswers.rate(id, false)).toBe(true)
      expect(await savedAnswers.rate('AAAAAAAAAAAAAAAA', true)).toBe(false)
    })
  })
}
