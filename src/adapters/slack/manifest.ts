import type { AnyCommand } from '../../../commands/command.ts'
import { usage } from '../../../commands/read-input.ts'
import { asTyped } from './command-names.ts'
import { PROMPTS } from './direct-messages.ts'
import { PATH } from './http-receiver.ts'
import { SHORTCUTS } from './listeners.ts'

/** What a manifest depends on: the commands' prefix, whose links are unfurled, and where Slack makes requests, if it does. */
export type Reach = { prefix: string; domains: string[]; requests: string | null }

/** Bot scopes, each with the feature that needs it. The README gives the same reasons: a test compares them. */
export const SCOPES = {
  commands: 'slash commands, message shortcuts and buttons',
  'chat:write': 'posting answers where Readback is a member',
  'app_mentions:read': 'being asked by @readback',
  'channels:history': 'reading a thread of a public channel when asked about it',
  'assistant:write': 'the agent view: suggested prompts',
  'im:history': 'being asked in direct messages',
} as const

/** Scopes that a workspace may decline; the feature is then not there, and nothing else is lost. */
export const OPTIONAL_SCOPES = {
  'groups:history': 'reading a thread of a private channel when asked about it',
  'links:read': 'seeing links to our own stories',
  'links:write': 'showing what is behind them',
} as const

/** With `app_context_changed`, direct messages say what their writer is viewing: nothing else is done with it. */
const EVENTS = ['app_mention', 'app_home_opened', 'app_context_changed', 'message.im', 'link_shared']

/** The manifest as it is pasted into https://api.slack.com/apps. */
export const printedManifest = (commands: AnyCommand[], reach: Reach) =>
  JSON.stringify(manifestOf(commands, reach), null, 2)

/** The app manifest (https://docs.slack.dev/reference/app-manifest) that makes a Slack app of Readback. */
export function manifestOf(commands: AnyCommand[], { prefix, domains, requests }: Reach) {
  const { asked, help } = asTyped(commands, prefix)
  const request = requests && requests + PATH
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Readback',
      description: 'Reads our own coverage back, word for word, with who said it and where',
      background_color: '#1a1a1a',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'readback', always_online: true },
      agent_view: {
        agent_description:
          'Finds who said what in our own coverage, checks quotations, and looks up what a thread is about.',
        suggested_prompts: PROMPTS,
      },
      slash_commands: [...asked, help].map((command) => slashCommand(command, request)),
      shortcuts: [
        shortcut(
          'Find context',
          SHORTCUTS.findContext,
          'Look up what our coverage has on this message and its thread',
        ),
        shortcut('Check this quote', SHORTCUTS.checkQuote, 'Is this quotation ours, word for word?'),
      ],
      ...(domains.length && { unfurl_domains: domains }),
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES), bot_optional: Object.keys(OPTIONAL_SCOPES) } },
    settings: {
      event_subscriptions: { ...(request && { request_url: request }), bot_events: EVENTS },
      interactivity: { is_enabled: true, ...(request && { request_url: request }) },
      org_deploy_enabled: false,
      socket_mode_enabled: request === null,
      token_rotation_enabled: false,
    },
  }
}

function slashCommand(command: AnyCommand, request: string | null) {
  const hint = usage(command).replace(/^Usage: \/\S+ ?|\. For example.*$/g, '')
  return {
    command: `/${command.name}`,
    description: command.description,
    ...(hint && { usage_hint: hint }),
    should_escape: true,
    ...(request && { url: request }),
  }
}

const shortcut = (name: string, callback_id: string, description: string) => ({
  name,
  type: 'message',
  callback_id,
  description,
})
