// Checks Slack's tokens: whether Slack knows them, and what they may do.
import type { SlackConfig } from '../../config.ts'
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from '../slack/scopes.ts'
import { clockFinding } from './clock.ts'
import { type Check, fine, warning, wrong } from './finding.ts'
import { probe } from './probe.ts'

/** Returns the checks of Slack; one that says so where it is not configured. */
export function slackChecks(slack: SlackConfig | null): Check[] {
  if (!slack) return [{ about: 'Slack', look: async () => [fine('not configured')] }]
  const { transport } = slack
  return [
    { about: 'Slack, bot token', look: () => botFindings(slack) },
    ...(transport.kind === 'socket'
      ? [{ about: 'Slack, app token', look: () => appFindings(slack.apiUrl, transport.appToken) }]
      : []),
  ]
}

const call = (api: string, method: string, token: string) =>
  probe(new URL(method, api.endsWith('/') ? api : `${api}/`).href, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })

async function botFindings({ apiUrl, botToken }: SlackConfig) {
  const { json, headers, clockSkew } = await call(apiUrl, 'auth.test', botToken)
  const { ok, error, team, user } = Object(json) as Record<string, unknown>
  if (!ok)
    return [
      wrong(
        `Slack refuses SLACK_BOT_TOKEN (${error})`,
        'Copy it anew from Install App, or install the app again.',
      ),
    ]
  const given = new Set(headers.get('x-oauth-scopes')?.split(/,\s*/))
  const missing = Object.keys(BOT_SCOPES).filter((scope) => !given.has(scope))
  const declined = Object.keys(OPTIONAL_BOT_SCOPES).filter((scope) => !given.has(scope))
  return [
    fine(`@${user} in ${team}`),
    ...(missing.length
      ? [
          wrong(
            `scopes are missing: ${missing.join(', ')}`,
            'Paste the manifest again and reinstall the app: npm run -s readback -- manifest',
          ),
        ]
      : [fine('it may do all that it needs to')]),
    ...(declined.length ? [fine(`left out by choice: ${declined.join(', ')}`)] : []),
    ...clockFinding(clockSkew),
  ]
}

async function appFindings(apiUrl: string, appToken: string) {
  const { json } = await call(apiUrl, 'apps.connections.open', appToken)
  const { ok, error } = Object(json) as Record<string, unknown>
  if (ok) return [fine('Socket Mode opens')]
  return error === 'ratelimited'
    ? [warning('Slack lets nobody try just now', 'Try again in a minute.')]
    : [
        wrong(
          `Slack refuses SLACK_APP_TOKEN (${error})`,
          'Make an app-level token with connections:write, and switch Socket Mode on.',
        ),
      ]
}
