import type { Outcome } from '../corrections/send-corrections.ts'

/** What came of a step of carrying a correction; `refused`: the chat would not do it, for now at least. */
export type Step = 'done' | 'refused' | 'gone' | 'later'

/** The steps of carrying a correction: to edit the message, and to say the word to it, where there is one. */
type Steps = { edit: () => Promise<Step>; say: (() => Promise<Step>) | null }

/**
 * Edits a message, then says the word. Who may not edit says it all the same, and tries again, since that may open the
 * way: a word wakes an archived thread of Discord's. Who may edit and not write has done what can be done.
 */
export async function carry({ edit, say }: Steps): Promise<Outcome> {
  const edited = await edit()
  if (edited === 'gone' || edited === 'later') return edited
  if (!say) return edited === 'done' ? 'carried' : 'later'
  const said = await say()
  if (edited === 'done') return said === 'done' || said === 'refused' ? 'carried' : 'later'
  if (said !== 'done') return 'later'
  return (await edit()) === 'done' ? 'carried' : 'told'
}
