// Defines what a running adapter is.
import type { OwnerChannel } from '../sources/owner-alerts.ts'

/** A path of an adapter’s own on the reader’s port, and what answers requests to it. */
export type Route = { path: string; answer(request: Request): Promise<Response> }

/** An adapter that is running. */
export type Adapter = {
  name: string
  /** Where it answers, in words: "http://127.0.0.1:7323". */
  at: string
  /** Resolves when it answers for the first time; stays pending or rejects where it never does. */
  connected: Promise<void>
  /** The routes that the reader’s port serves for it, before the reader’s own access check. */
  routes: Route[]
  /** The channel for notices to the owners of sources; null where none is configured. */
  owners: OwnerChannel | null
  /** Accepts no more questions, finishes those it has, and disconnects. */
  stop(): Promise<void>
}
