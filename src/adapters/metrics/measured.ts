// Has the commands and the newsroom measured, without their knowing.
import type { AnyCommand } from '../../../commands/command.ts'
import type { CorrectionSender } from '../../corrections/send-corrections.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Metrics, QuestionOutcome } from './metrics.ts'

/** Returns the commands as one platform asks them: each question is timed, with how it ended. */
export const measureCommands = (commands: AnyCommand[], platform: string, metrics: Metrics): AnyCommand[] =>
  commands.map((command) => ({
    ...command,
    async ask(newsroom, input) {
      const began = performance.now()
      const done = (outcome: QuestionOutcome) =>
        metrics.question({ platform, command: command.name, outcome }, (performance.now() - began) / 1000)
      try {
        const result = await command.ask(newsroom, input)
        done(outcomeOf(result))
        return result
      } catch (failure) {
        done(failure instanceof UserError ? 'refused' : 'failed')
        throw failure
      }
    },
  }))

const TIERS = new Set(['found', 'in-that-story', 'nothing'])

/** Returns the tier of an answer; `answered` for what has none. */
function outcomeOf(result: unknown): QuestionOutcome {
  const { tier, kind } = Object(result) as { tier?: string; kind?: string }
  const said = tier ?? kind ?? ''
  return TIERS.has(said) ? (said as QuestionOutcome) : 'answered'
}

/** Returns the newsroom with every correction that is sent counted by how that ended. */
export function measureNewsroom(newsroom: Newsroom, metrics: Metrics): Newsroom {
  const counted =
    (platform: string, send: CorrectionSender): CorrectionSender =>
    async (correction) => {
      try {
        const outcome = await send(correction)
        metrics.correction({ platform, outcome })
        return outcome
      } catch (failure) {
        metrics.correction({ platform, outcome: 'failed' })
        throw failure
      }
    }
  const sendCorrectionsBy = (platform: string, send: CorrectionSender) =>
    newsroom.given.sendCorrectionsBy(platform, counted(platform, send))
  return { ...newsroom, given: { ...newsroom.given, sendCorrectionsBy } }
}
