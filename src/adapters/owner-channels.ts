// Tells the owners of sources in the log and in every chat that has a channel for them.
import type { OwnerChannel } from '../sources/owner-alerts.ts'
import type { Adapter } from './adapter.ts'
import type { AdapterContext } from './start-adapters.ts'

/**
 * Returns one channel that tells the owners in the log and in every chat that has a channel for them. `tell` rejects
 * where every chat failed, so that the caller tries again; where one succeeded, failures are only logged.
 */
export function allOwnerChannels(adapters: Adapter[], log: AdapterContext['log']): OwnerChannel {
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
