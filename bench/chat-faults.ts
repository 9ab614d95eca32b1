// Makes a chat's API fail as the networks and servers of chats do, at random from a seed.
import { seeded } from './seeded.ts'

/** How a call fails: with a status or, without one, cut off; before it takes effect or after. */
export type ChatFault = { status: number | null; effect: boolean }

const STATUSES = [500, 502, 503, 504, null]

/** Returns a function that tells how the next call fails; null for the share of calls that do not. */
export function randomFaults(share: number, seed: number): () => ChatFault | null {
  const random = seeded(seed)
  return () =>
    random() < share
      ? { status: STATUSES[Math.floor(random() * STATUSES.length)] ?? null, effect: random() < 0.5 }
      : null
}
