// Builds the manifest that creates Readback's Slack app.
import type { AnyCommand } from '../../../commands/command.ts'
import { usage } from '../../../commands/read-input.ts'
import { slackCommands } from './command-names.ts'
import { SUGGESTED_PROMPTS } from './direct-messages.ts'
import { SLACK_EVENTS_PATH } from './http-receiver.ts'
import { SHORTCUT_IDS } from './listeners.ts'
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from './scopes.ts'

/**
 * What a manifest depends on: the prefix of the commands' names, the domains whose links are unfurled, and the origin
 * that Slack sends requests to (null for Socket Mode).
 */
export type ManifestOptions = { prefix: string; domains: string[]; requests: string | null }

/**
 * The events that the app subscribes to. `app_context_changed` only adds to direct messages what their writer is
 * viewing.
 */
const BOT_EVENTS = ['app_mention', 'app_home_opened', 'app_context_changed', 'message.im', 'link_shared']

/** Returns the manifest as JSON text to paste into https://api.slack.com/apps. */
export const printedManifest = (commands: AnyCommand[], reach: ManifestOptions) =>
  JSON.stringify(manifestOf(commands, reach), null, 2)

/** Returns the app manifest: https://docs.slack.dev/reference/app-manifest */
export function manifestOf(commands: AnyCommand[], { prefix, domains, requests }: ManifestOptions) {
  const { asked, help } = slackCommands(commands, prefix)
  const requestUrl = requests && requests + SLACK_EVENTS_PATH
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
        suggested_prompts: SUGGESTED_PROMPTS,
      },
      slash_commands: [...asked, help].map((command) => slashCommand(command, requestUrl)),
      shortcuts: [
        shortcut(
          'Find context',
          SHORTCUT_IDS.findContext,
          'Look up what our coverage has on this message and its thread',
        ),
        shortcut('Check this quote', SHORTCUT_IDS.checkQuote, 'Is this quotation ours, word for word?'),
      ],
      ...(domains.length && { unfurl_domains: domains }),
    },
    oauth_config: {
      scopes: { bot: Object.keys(BOT_SCOPES), bot_optional: Object.keys(OPTIONAL_BOT_SCOPES) },
    },
    settings: {
      event_subscriptions: { ...(requestUrl && { request_url: requestUrl }), bot_events: BOT_EVENTS },
      interactivity: { is_enabled: true, ...(requestUrl && { request_url: requestUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === null,
      token_rotation_enabled: false,
    },
  }
}

function slashCommand(command: AnyCommand, requestUrl: string | null) {
  const hint = usage(command).replace(/^Usage: \/\S+ ?|\. For example.*$/g, '')
  return {
    command: `/${command.name}`,
    description: command.description,
    ...(hint && { usage_hint: hint }),
    should_escape: true,
    ...(requestUrl && { url: requestUrl }),
  }
}

const shortcut = (name: string, callback_id: string, description: string) => ({
  name,
  type: 'message',
  callback_id,
  description,
})
