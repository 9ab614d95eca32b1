// Reads from a Slack payload who asks and which delivery it is.
import type { SlackAsker } from './post-message.ts'

/** The fields of a payload that say who asks; their names and shapes differ by kind of payload. */
type Payload = {
  user?: unknown
  user_id?: unknown
  channel?: unknown
  channel_id?: unknown
  response_url?: unknown
  message?: { ts?: string; thread_ts?: string }
  actions?: unknown
  container?: { channel_id?: string; thread_ts?: string }
  event?: { type?: string; user?: unknown; channel?: unknown; ts?: string; thread_ts?: string }
}

/** The events by which a person asks something; other events report that something happened. */
const QUESTION_EVENTS = new Set(['app_mention', 'message'])

/** Returns who asks and where, from a payload of any kind; null if nobody asks. */
export function askerOf(body: object): SlackAsker | null {
  const { event, message, container, ...payload } = body as Payload
  if (event && !QUESTION_EVENTS.has(event.type ?? '')) return null
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
    pressed: payload.actions !== undefined,
  }
}

/** Returns an id that stands alone or in an object (`"U1"` or `{ id: "U1" }`); null if there is none. */
function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value || null
  return value !== null && typeof value === 'object' && 'id' in value ? idOf(value.id) : null
}

/**
 * Returns a key that is the same for every repetition of a delivery; null if the payload has no id. A message is known
 * by its channel and timestamp, since Slack may tell of it again under another event id.
 */
export function deliveryKeyOf(body: object): string | null {
  const { event, event_id, trigger_id } = body as Payload & { event_id?: string; trigger_id?: string }
  if (event?.ts && QUESTION_EVENTS.has(event.type ?? ''))
    return `message:${event.type}:${idOf(event.channel)}:${event.ts}`
  return event_id ? `event:${event_id}` : trigger_id ? `trigger:${trigger_id}` : null
}
