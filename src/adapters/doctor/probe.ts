// Asks an address for the doctor: what it answers, and by how much its clock differs from ours.

/** How long an address may take to answer, in milliseconds. */
const PROBE_TIMEOUT_MS = 10_000

/** An answer: its status, its headers, its JSON (null where it has none), and their clock minus ours, in seconds. */
export type Probed = {
  status: number
  headers: Headers
  json: unknown
  text: string
  clockSkew: number | null
}

/** Asks an address. Throws an Error that says why it cannot be reached. */
export async function probe(url: string, init: RequestInit = {}): Promise<Probed> {
  const asked = Date.now()
  const answered = await fetch(url, { ...init, signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }).catch(
    (cause) => {
      throw new Error(`${new URL(url).host} cannot be reached: ${failureMessage(cause)}`, { cause })
    },
  )
  const text = await answered.text()
  const theirs = Date.parse(answered.headers.get('date') ?? '')
  const ours = (asked + Date.now()) / 2
  const clockSkew = Number.isNaN(theirs) ? null : Math.round((theirs - ours) / 1000)
  return { status: answered.status, headers: answered.headers, json: jsonOf(text), text, clockSkew }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Returns the message of a failure, or of what caused it, which fetch hides. */
export function failureMessage(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  const { cause } = failure
  return failure.message === 'fetch failed' && cause instanceof Error
    ? cause.message || String(Object(cause).code ?? 'no answer')
    : failure.message
}
