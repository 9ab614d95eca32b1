// Sets up a city desk that asks Readback in Slack, for each test anew.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { LoopbackSlack, Sent } from './loopback-slack.ts'
import { slashCommand } from './payloads.ts'
import { openSampleNewsroom, startOver } from './running.ts'
import type { Channels, Posted } from './web-api.ts'

/** The first message of the desk’s thread. */
export const THREAD = '1700000000.000001'

const thread = [
  'Morning! Is anybody on the *federal agents* piece?',
  'yes, me :wave:',
  'The desk wants what Trump told NBC, can someone check this?',
  '&gt; I say they have to ask, and they have to say sorry',
  'thanks!',
].map(
  (text, i): Posted => ({
    ts: `1700000000.00000${i + 1}`,
    user: `U0P${i % 4}`,
    text,
    ...(i > 0 && { thread_ts: THREAD }),
  }),
)

/** A message of Maria’s in the channel, for mentions that start a thread. */
const asking: Posted = { ts: '1700000010.000001', user: 'U0MARIA', text: '<@U0BOT> who said please' }

/** C1 has Readback as a member, C2 has not; D1 is Maria’s conversation with it. */
const channels = (): Channels =>
  new Map([
    ['C1', { member: true, messages: [...thread, asking] }],
    ['C2', { member: false, messages: [...thread] }],
    ['D1', { member: true, messages: [] }],
  ])

/**
 * A city desk that asks Readback in Slack, opened afresh for each test over the sample coverage, which is `afresh` as
 * well where tests change it. When a test ends, nothing that was sent may have broken a limit of Slack’s.
 */
export function openCityDesk({ afresh = false } = {}) {
  let sample: Awaited<ReturnType<typeof openSampleNewsroom>>
  let running: Awaited<ReturnType<typeof startOver>>
  const [before, after] = afresh ? [beforeEach, afterEach] : [beforeAll, afterAll]
  before(async () => {
    sample = await openSampleNewsroom()
  })
  after(() => sample.remove())
  beforeEach(async () => {
    running = await startOver(sample, channels())
  })
  afterEach(async () => {
    await running.stop()
    await running.slack.close()
    expect(running.slack.violations).toEqual([])
  })

  /** Delivers, and waits until that is acknowledged. */
  async function deliver(type: string, payload: object, retry = 0): Promise<void> {
    const { acknowledged } = await running.slack.deliver(type, payload, retry)
    await acknowledged
  }

  return {
    get slack(): LoopbackSlack {
      return running.slack
    },
    get lines() {
      return running.lines
    },
    get owners() {
      return running.owners
    },
    get newsroom() {
      return sample.newsroom
    },
    deliver,
    /** Delivers, and waits for the answer. */
    async ask(type: string, payload: object): Promise<Sent> {
      const before = (await running.slack.answered(0)).length
      await deliver(type, payload)
      const [answer] = (await running.slack.answered(before + 1)).slice(before)
      if (!answer) throw new Error('There is no answer.')
      return answer
    },
    /** The quotation that every newcomer asks for. */
    quote: () => slashCommand(running.slack, '/quote', 'who said please'),
    /** What Readback has sent once all that was delivered is done. */
    async settled(): Promise<Sent[]> {
      await running.stop()
      return running.slack.answered(0)
    },
    /** Another Readback over the same Slack and the same data. */
    startAnother: () => startOver(sample, undefined, running.slack),
    /** Stops Readback, and starts it again. */
    async restart(): Promise<void> {
      await running.stop()
      running = await startOver(sample, undefined, running.slack)
    },
  }
}

type Control = { value?: string; text?: { text: string }; options?: Control[] }
type Blocks = { type: string; elements?: Control[] }[]

/** The blocks of a message, as text. */
export const shown = ({ args }: Sent) => JSON.stringify(args.blocks)

/** What a button or a choice of a message carries, by its label; empty where there is none. */
export function button({ args }: Sent, label: RegExp): string {
  const all = (args.blocks as Blocks).flatMap(({ type, elements = [] }) =>
    type === 'actions' ? elements.flatMap((one) => one.options ?? [one]) : [],
  )
  return all.find(({ text }) => label.test(text?.text ?? ''))?.value ?? ''
}
