import { beforeEach, describe, expect, it } from 'vitest'
import type { Posting, Postings, Told } from '../../src/answers/postings.ts'
import { place } from './ledger.contract.ts'

const QUOTABLE: Told = { standing: 'quotable', correction: null, speaker: 'Mara Quist', alsoIn: [] }
const KILLED: Told = { standing: 'withheld', correction: null, speaker: null, alsoIn: [] }

/** An answer from the ferry’s story, posted in Slack as the message of that name. */
const posting = (message: string, changes: Partial<Posting> = {}): Omit<Posting, 'id'> => ({
  spot: { platform: 'slack', channel: 'C1', thread: null, messages: [message] },
  given: { command: 'quote', places: [place()] },
  told: [QUOTABLE],
  ...changes,
})

/** What every keeper of postings does. `open` makes a new, empty one that lives by the given clock. */
export function describePostings(name: string, open: (now: () => Date) => Promise<Postings>): void {
  describe(`${name}, as a keeper of postings`, () => {
    let postings: Postings
    let now: Date
    beforeEach(async () => {
      now = new Date('2026-02-01T12:00:00Z')
      postings = await open(() => now)
    })
    const later = (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    }
    const due = async (platform = 'slack') =>
      (await postings.due(platform)).map(({ spot }) => spot.messages.join())
    const settled = async (message: string, changes: Partial<Posting> = {}) => {
      await postings.keep(posting(message, changes))
      const { id } = (await postings.due('slack')).at(-1) as Posting
      await postings.settle(id, [QUOTABLE], null)
      return id
    }

    it('gives back what was kept, at once and to its platform alone', async () => {
      await postings.keep(posting('1'))
      expect(await postings.due('slack')).toEqual([{ ...posting('1'), id: expect.any(Number) }])
      expect(await postings.due('discord')).toEqual([])
    })

    it('gives those that give words of a changed article, here or elsewhere, oldest first', async () => {
      const elsewhere = place({ alsoIn: [{ articleId: 'tug-1', version: 1, ordinal: 1 }] })
      await settled('1')
      await settled('2', { given: { command: 'quote', places: [elsewhere] } })
      await postings.changed(['tug-1'], 'a-1')
      expect(await due()).toEqual(['2'])
      await postings.changed(['ferry-1', 'otter-1'], 'a-2')
      expect(await due()).toEqual(['1', '2'])
    })

    it('knows up to which edition the changes were told', async () => {
      expect(await postings.edition()).toBeNull()
      await postings.changed([], 'a-7')
      expect(await postings.edition()).toBe('a-7')
    })

    it('keeps what a posting tells, and waits until the instant that was named', async () => {
      const id = await settled('1')
      await postings.settle(id, [KILLED], '2026-02-01T12:01:00.000Z')
      expect(await due()).toEqual([])
      later(60)
      expect(await postings.due('slack')).toMatchObject([{ told: [KILLED] }])
    })

    it('puts off for half a minute, then for twice as long, and for six hours at most', async () => {
      const id = await settled('1')
      const waits: number[] = []
      for (let times = 0; times < 14; times++) {
        await postings.putOff(id)
        let waited = 0
        for (; (await due()).length === 0; waited += 30) later(30)
        waits.push(waited)
      }
      expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240])
      expect(waits.at(-1)).toBe(6 * 3600)
    })

    it('puts a posting in the place of what stood there before', async () => {
      await settled('1')
      await postings.keep(posting('1', { told: [KILLED] }))
      await postings.changed(['ferry-1'], 'a-1')
      expect(await postings.due('slack')).toMatchObject([{ told: [KILLED] }])
    })

    it('forgets what is dropped, and after a year everything', async () => {
      await postings.drop(await settled('1'))
      await settled('2')
      later(366 * 86_400)
      await settled('3')
      await postings.changed(['ferry-1'], 'a-1')
      expect(await due()).toEqual(['3'])
    })
  })
}
