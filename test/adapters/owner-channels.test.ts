import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { allOwnerChannels } from '../../src/adapters/owner-channels.ts'

const adapter = (name: string, tell: ((text: string) => Promise<void>) | null) => ({
  name,
  at: 'here',
  routes: [],
  connected: Promise.resolve(),
  owners: tell && { tell },
  stop: async () => {},
})

/** Tells owners in some chats; what each was told, and what was logged. */
async function tellIn(...adapters: ReturnType<typeof adapter>[]) {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => lines.push(line) })
  const told = await allOwnerChannels(adapters, log)
    .tell('Coverage from courier is late.')
    .then(
      () => 'told',
      (failure) => String(failure),
    )
  return { told, lines: lines.join('') }
}

const fails = async () => {
  throw new Error('no such channel')
}

describe('the owners of the sources', () => {
  it('are told in the log where no chat has a channel for them', async () => {
    const { told, lines } = await tellIn(adapter('Slack', null))
    expect([told, lines]).toEqual(['told', expect.stringContaining('Coverage from courier is late.')])
  })

  it('are told in every chat that has one', async () => {
    const heard: string[] = []
    const hears = async (text: string) => void heard.push(text)
    await tellIn(adapter('Slack', hears), adapter('Discord', hears))
    expect(heard).toEqual(['Coverage from courier is late.', 'Coverage from courier is late.'])
  })

  it('are told again later where no chat took the word, and only then', async () => {
    expect(
      (
        await tellIn(
          adapter('Slack', fails),
          adapter('Discord', async () => {}),
        )
      ).told,
    ).toBe('told')
    expect((await tellIn(adapter('Slack', fails))).told).toBe(
      'Error: No owners’ channel took the word: Slack.',
    )
  })
})
