// Makes the payloads that Slack delivers when people use Readback.
import type { LoopbackSlack } from './loopback-slack.ts'

let counted = 0
const next = () => String(++counted).padStart(6, '0')

const common = { token: 'verification', team_id: 'T1', api_app_id: 'A1' }
const maria = { id: 'U0MARIA', name: 'maria', team_id: 'T1' }

/** A slash command, typed by Maria in a channel. */
export const slashCommand = (slack: LoopbackSlack, command: string, text: string) => ({
  ...common,
  command,
  text,
  user_id: maria.id,
  user_name: maria.name,
  channel_id: 'C1',
  channel_name: 'city-desk',
  response_url: slack.responseUrl(),
  trigger_id: `trigger-${next()}`,
})

/** A message shortcut on a message of somebody else. */
export const shortcut = (slack: LoopbackSlack, callback_id: string, message: object, channel = 'C1') => ({
  ...common,
  type: 'message_action',
  callback_id,
  trigger_id: `trigger-${next()}`,
  response_url: slack.responseUrl(),
  user: maria,
  team: { id: 'T1', domain: 'bell' },
  channel: { id: channel, name: 'city-desk' },
  message_ts: '1700000000.000001',
  message: { type: 'message', user: 'U0TOM', ts: '1700000000.000001', ...message },
})

/** What Slack tells of a button that was pressed, or of a choice from the menu. */
const pressed = (value: string) =>
  /^\d+:(?:paragraph|useful|not-useful):/.test(value)
    ? { type: 'overflow', action_id: 'readback:menu', selected_option: { value } }
    : { type: 'button', action_id: 'readback:0', value }

/** A button, pressed by Maria. */
export const press = (
  slack: LoopbackSlack,
  value: string,
  where: { ephemeral?: boolean; channel?: string; thread_ts?: string; message_ts?: string } = {},
) => {
  const { ephemeral = true, channel = 'C1', thread_ts, message_ts = '1700000050.000001' } = where
  return {
    ...common,
    type: 'block_actions',
    trigger_id: `trigger-${next()}`,
    response_url: slack.responseUrl(),
    user: maria,
    team: { id: 'T1', domain: 'bell' },
    channel: { id: channel, name: 'city-desk' },
    container: {
      type: 'message',
      message_ts,
      channel_id: channel,
      is_ephemeral: ephemeral,
      ...(thread_ts && { thread_ts }),
    },
    actions: [{ ...pressed(value), block_id: 'b', action_ts: '1700000060.000001' }],
  }
}

/** An event, with an id of its own. */
export const event = (payload: object) => ({
  ...common,
  type: 'event_callback',
  event_id: `Ev${next()}`,
  event_time: 1_700_000_000,
  authorizations: [
    { team_id: 'T1', user_id: 'U0BOT', is_bot: true, enterprise_id: null, is_enterprise_install: false },
  ],
  event: { event_ts: '1700000010.000001', ...payload },
})

/** A mention of Readback by Maria, with a timestamp of its own. */
export const mention = (text: string, more: object = {}) =>
  event({
    type: 'app_mention',
    user: maria.id,
    text: `<@U0BOT> ${text}`.trim(),
    ts: `1700000010.${next()}`,
    channel: 'C1',
    ...more,
  })

/** A direct message of Maria, with a timestamp of its own. */
export const directMessage = (text: string, more: object = {}) =>
  event({
    type: 'message',
    channel_type: 'im',
    user: maria.id,
    text,
    ts: `1700000011.${next()}`,
    channel: 'D1',
    ...more,
  })
