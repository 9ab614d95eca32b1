// Sends a correction to a chat: edits the message, and posts a notice.
import type { CorrectionOutcome } from '../corrections/send-corrections.ts'

/** The result of a step. `refused`: the chat refuses it, at least for now; `later`: it may succeed another time. */
export type StepResult = 'done' | 'refused' | 'gone' | 'later'

/** The steps of sending a correction: to edit the message, and to post the notice; null where there is none. */
type CorrectionSteps = { edit: () => Promise<StepResult>; notify: (() => Promise<StepResult>) | null }

/**
 * Edits a message, then posts the notice. Where the edit is refused, it posts the notice all the same and edits again: a
 * new message unarchives a Discord thread. Where only the notice is refused, the correction counts as sent.
 */
export async function sendCorrection({ edit, notify }: CorrectionSteps): Promise<CorrectionOutcome> {
  const edited = await edit()
  if (edited === 'gone' || edited === 'later') return edited
  if (!notify) return edited === 'done' ? 'carried' : 'later'
  const said = await notify()
  if (edited === 'done') return said === 'done' || said === 'refused' ? 'carried' : 'later'
  if (said !== 'done') return 'later'
  return (await edit()) === 'done' ? 'carried' : 'told'
}
