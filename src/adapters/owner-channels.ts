import type { OwnerChannel } from '../sources/owner-alerts.ts'
import type { Adapter } from './adapter.ts'
import type { Setting } from './start.ts'

/**
 * The owners of the sources, wherever they are to be told: in the log, and in every chat that has a channel for it.
 * Rejects where no chat took the word, so that it is said again; where one did, the others are only logged.
 */
export function ownersOf(adapters: Adapter[], log: Setting['log']): OwnerChannel {
  const chats = adapters.flatMap(({ name, owners }) => (owners ? [{ name, owners }] : []))
  return {
    async tell(text) {
      const told = await Promise.allSettled(chats.map(({ owners }) => owners.tell(text)))
      const failed = chats.filter((_, i) => told[i]?.status === 'rejected').map(({ name }) => name)
      log.warn({ failed }, text)
      if (failed.length && failed.length === chats.length)
        throw new Error(`No owners’ channel took the word: ${failed.join(', ')}.`)
    },
  }
}
