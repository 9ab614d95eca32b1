import type { Asker } from './post-message.ts'

/** A payload as far as it says who asks: Slack has a shape of its own for each kind. */
type Payload = {
  user?: unknown
  user_id?: unknown
  channel?: unknown
  channel_id?: unknown
  response_url?: unknown
  message?: { ts?: string; thread_ts?: string }
  container?: { channel_id?: string; thread_ts?: string }
  event?: { type?: string; user?: unknown; channel?: unknown; ts?: string; thread_ts?: string }
}

/** Events by which somebody asks; the others tell of something that happened. */
const ASKING = new Set(['app_mention', 'message'])

/** Who asks, and where, whatever kind of payload it is; null where nobody does. */
export function askerOf(body: object): Asker | null {
  const { event, message, container, ...payload } = body as Payload
  if (event && !ASKING.has(event.type ?? '')) return null
  const user = idOf(payload.user_id) ?? idOf(payload.user) ?? idOf(event?.user)
  if (!user) return null
  return {
    user,
    channel:
      idOf(payload.channel_id) ??
      idOf(payload.channel) ??
      idOf(container?.channel_id) ??
      idOf(event?.channel),
    thread: message?.thread_ts ?? container?.thread_ts ?? event?.thread_ts ?? event?.ts ?? null,
    responseUrl: typeof payload.response_url === 'string' ? payload.response_url : null,
  }
}

/** An id, or that of the object that has it. */
function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value || null
  return value !== null && typeof value === 'object' && 'id' in value ? idOf(value.id) : null
}

/** What tells one delivery from another, however often Slack makes it; null for what has no id. */
export function deliveryOf(body: object): string | null {
  const { event_id, trigger_id } = body as { event_id?: string; trigger_id?: string }
  return event_id ? `event:${event_id}` : trigger_id ? `trigger:${trigger_id}` : null
}
