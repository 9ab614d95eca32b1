import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { within } from '../within-time.ts'
import { ageOf, faultOf, logged } from './call-failure.ts'
import { type Interaction, readInteraction } from './interaction.ts'
import type { Line } from './interaction-response.ts'
import { respond, type Setting } from './respond.ts'

/** A door takes interactions in, however they were delivered, and answers each on its line. */
export type Door = {
  /** Answers an interaction; resolves when it is answered or given up. Never rejects. */
  receive(raw: unknown, open: (interaction: Interaction) => Line): Promise<void>
  /** Waits until all that was received is answered, or so many milliseconds have passed. */
  drain(milliseconds: number): Promise<void>
}

export function openDoor(setting: Setting): Door {
  const open = new Set<Promise<void>>()
  const seen = recent(RECENT)
  return {
    async receive(raw, line) {
      const answered = handle(raw, line, setting, seen)
      open.add(answered)
      await answered
      open.delete(answered)
    },
    async drain(milliseconds) {
      await within(milliseconds, Promise.all(open))
    },
  }
}

/** Interactions remembered, so that one that is delivered twice is answered once. */
const RECENT = 1000

/** Tells whether an id is new among the last so many. */
function recent(most: number): (id: string) => boolean {
  const ids = new Set<string>()
  return (id) => {
    if (ids.has(id)) return false
    ids.add(id)
    const [oldest] = ids
    if (ids.size > most && oldest) ids.delete(oldest)
    return true
  }
}

/** Whatever goes wrong behind the door is caught and logged here, without a word of what was asked. */
async function handle(
  raw: unknown,
  open: (interaction: Interaction) => Line,
  setting: Setting,
  isNew: (id: string) => boolean,
): Promise<void> {
  const { log } = setting
  const interaction = readOr(raw, log)
  if (!interaction || !isNew(interaction.id)) return
  const age = () => ageOf(interaction.id, Date.now())
  const facts = { interaction: interaction.id, kind: interaction.kind }
  await turn()
  try {
    const how = await respond(interaction, open(interaction), setting)
    log.info({ ...facts, how, age: age() }, 'Discord: answered')
  } catch (failure) {
    log.warn({ ...facts, age: age(), fault: faultOf(failure), ...logged(failure) }, 'Discord: not answered')
  }
}

function readOr(raw: unknown, log: Logger): Interaction | null {
  try {
    return readInteraction(raw)
  } catch {
    log.warn('Discord: an interaction of a kind that Readback does not know')
    return null
  }
}
