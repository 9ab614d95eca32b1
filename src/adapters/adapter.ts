/** An adapter that is running: where people ask. */
export type Adapter = {
  name: string
  /** Where it listens, in words. */
  at: string
  /** Takes no more questions in, finishes those it has, and leaves. */
  stop(): Promise<void>
}
