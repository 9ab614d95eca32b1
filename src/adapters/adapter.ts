import type { OwnerChannel } from '../sources/owner-alerts.ts'

/** Answers a request that comes to a path of an adapter's own. */
export type Route = { path: string; answer(request: Request): Promise<Response> }

/** An adapter that is running: where people ask. */
export type Adapter = {
  name: string
  /** Where it listens, in words. */
  at: string
  /** What it has the reader's port serve, before anybody is asked who they are. */
  routes: Route[]
  /** Where it tells the owners of the sources what is late; null where no channel is configured for that. */
  owners: OwnerChannel | null
  /** Takes no more questions in, finishes those it has, and leaves. */
  stop(): Promise<void>
}
