import { beforeEach, describe, expect, it } from 'vitest'
import type { PostedAnswer, PostedAnswers, ShownState } from '../../src/corrections/posted-answers.ts'
import { place } from './saved-answers.contract.ts'

const QUOTABLE: ShownState = { standing: 'quotable', correction: null, speaker: 'Mara Quist', alsoIn: [] }
const KILLED: ShownState = { standing: 'withheld', correction: null, speaker: null, alsoIn: [] }

/** An answer from the ferry’s story, posted in Slack as the message of that name. */
const posting = (...messages: string[]) => ({
  location: { platform: 'slack', channel: 'C1', thread: null as string | null, messages },
  saved: { command: 'quote', places: [place()] },
  named: [] as string[],
  states: [QUOTABLE],
})

/** What every store of posted answers does. `open` makes a new, empty one that lives by the given clock. */
export function describePostedAnswers(name: string, open: (now: () => Date) => Promise<PostedAnswers>): void {
  describe(`${name}, as a store of posted answers`, () => {
    let postings: PostedAnswers
    let now: Date
    beforeEach(async () => {
      now = new Date('2026-02-01T12:00:00Z')
      postings = await open(() => now)
    })
    const later = (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    }
    const take = async () => (await postings.takeDue('slack')) as PostedAnswer
    /** The messages of all that is due. */
    const due = async () => {
      const messages: string[] = []
      for (let one = await take(); one; one = await take()) messages.push(one.location.messages.join())
      return messages
    }
    const settled = async (message: string, changes: Partial<PostedAnswer> = {}) => {
      await postings.keep({ ...posting(message), ...changes })
      const { id } = await take()
      await postings.settle(id, [QUOTABLE], null)
      return id
    }

    it('gives back what was kept, at once and to its platform alone', async () => {
      await postings.keep(posting('1'))
      expect(await postings.takeDue('discord')).toBeNull()
      expect(await take()).toEqual({ ...posting('1'), id: expect.any(Number), revision: 0, tries: 0 })
    })

    it('gives those that show a changed article, here, elsewhere or by name, the newest first', async () => {
      const elsewhere = place({ alsoIn: [{ articleId: 'tug-1', version: 1, ordinal: 1 }] })
      await settled('1')
      await settled('2', { saved: { command: 'quote', places: [elsewhere] } })
      await settled('3', { saved: { command: 'article', places: [] }, named: ['barge-1'] })
      await postings.markDue(['tug-1'])
      expect(await due()).toEqual(['2'])
      await postings.markDue(['ferry-1', 'barge-1', 'otter-1'])
      expect(await due()).toEqual(['3', '2', '1'])
    })

    it('gives what changed, whatever the clock was set back to', async () => {
      await settled('1')
      await postings.markDue(['ferry-1'])
      later(-86_400)
      expect(await due()).toEqual(['1'])
    })

    it('gives a posting to one taker, and again to the next where nobody settles it', async () => {
      await postings.keep(posting('1'))
      const [{ tries }, other] = [await take(), await take()]
      expect([tries, other]).toEqual([0, null])
      later(30)
      expect(await take()).toMatchObject({ tries: 1, revision: 0 })
    })

    it('gives a posting again whose article changed while it was taken', async () => {
      await postings.keep(posting('1'))
      const { id } = await take()
      await postings.markDue(['ferry-1'])
      await postings.settle(id, [QUOTABLE], null)
      expect(await take()).toMatchObject({ id, tries: 0, revision: 1 })
    })

    it('keeps what was said of a posting, which stays put off', async () => {
      await postings.keep(posting('1'))
      await postings.saveStates((await take()).id, [KILLED])
      expect(await due()).toEqual([])
      later(30)
      expect(await take()).toMatchObject({ states: [KILLED], tries: 1, revision: 1 })
    })

    it('knows up to which edition the changes were told', async () => {
      expect(await postings.checkedEdition()).toBeNull()
      await postings.setCheckedEdition('a-7')
      expect(await postings.checkedEdition()).toBe('a-7')
    })

    it('keeps what a posting tells, and waits until the instant that was named', async () => {
      const id = await settled('1')
      await postings.settle(id, [KILLED], '2026-02-01T12:01:00.000Z')
      expect(await due()).toEqual([])
      later(60)
      expect(await take()).toMatchObject({ states: [KILLED] })
    })

    it('puts off for two seconds, then for twice as long, and for six hours at most', async () => {
      await postings.keep(posting('1'))
      await take()
      for (let times = 0; times < 16; times++) {
        const wait = Math.min(2 * 2 ** times, 6 * 3600)
        later(wait - 1)
        expect(await due()).toEqual([])
        later(1)
        expect(await due()).toHaveLength(1)
      }
    })

    it('puts a posting in the place of what stood there before', async () => {
      await settled('1')
      await postings.keep({ ...posting('1'), states: [KILLED] })
      await postings.markDue(['ferry-1'])
      expect(await take()).toMatchObject({ states: [KILLED] })
      expect(await due()).toEqual([])
    })

    it('takes a message out of a posting of several whose place it takes', async () => {
      await postings.keep(posting('1', '2', '3'))
      await postings.keep({ ...posting('2'), location: { ...posting('2').location, thread: '1' } })
      await postings.keep(posting('3'))
      expect(await due()).toEqual(['3', '2', '1,2'])
    })

    it('forgets what is dropped, and after a year everything', async () => {
      await postings.remove(await settled('1'))
      await settled('2')
      later(366 * 86_400)
      await settled('3')
      await postings.markDue(['ferry-1'])
      expect(await due()).toEqual(['3'])
    })
  })
}
