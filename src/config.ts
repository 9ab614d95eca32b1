// Reads the configuration from the environment and `.env`.
import { join } from 'node:path'
import dotenv from 'dotenv'
import { UserError } from './errors.ts'
import type { RoleLists } from './people/roles.ts'
import { Settings } from './settings.ts'
import { refuseUnknown, wrongSettings } from './wrong-settings.ts'

const PROJECT_FOLDER = join(import.meta.dirname, '..')

/** Where the web reader listens, and who may open it. */
export type WebConfig = {
  host: string
  /** Null: not set, so that any free port will do where the default one is taken. */
  port: number | null
  token: string | null
  userHeader: string | null
  /** The proxies whose word counts: on who a client is, and on who the user is. */
  trustedProxies: string[]
  requestsPerMinute: number
  /** Null: nobody signs in by OpenID Connect. */
  oidc: OidcConfig | null
  /** Who has which role. */
  roles: RoleLists
}

/** The OpenID provider by which people sign in, and the claims that name them and their groups. */
export type OidcConfig = {
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  nameClaim: string
  groupsClaim: string
}

/** The configuration of the program; `data` is the folder of the archive and its index. */
export type Config = {
  data: string
  logLevel: Settings['READBACK_LOG_LEVEL']
  /** The newsroom's time zone, by which days are counted; undefined: the machine's. */
  timeZone: string | undefined
  /** The least confidence at which a speaker is named; undefined: the reader's own. */
  sureEnough: number | undefined
  /** The public address of the reader, without a slash at its end. */
  publicUrl: string | null
  /** The secret that deliveries to `/hooks/NAME` are signed with; null: none are accepted. */
  hookSecret: string | null
  web: WebConfig
  discord: DiscordConfig
  /** Null: no token is set, so that Slack is not started. */
  slack: SlackConfig | null
  /** What the manifest of the Slack app needs, with or without tokens. */
  slackApp: { prefix: string; domains: string[] }
}

/** The configuration for Slack: Readback connects to Slack (Socket Mode), or Slack sends requests (HTTP). */
export type SlackConfig = {
  botToken: string
  apiUrl: string
  prefix: string
  /** The channel that is told of what is late. */
  owners: string | null
  transport: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
}

/** The configuration for Discord, which runs where there is a token (gateway) or a public key (HTTP). */
export type DiscordConfig = {
  token: string | null
  publicKey: string | null
  /** The only server that it answers in; null: every server that it was added to. */
  guild: string | null
  /** The channel that is told of what is late. */
  owners: string | null
  apiUrl: string
}

/**
 * Reads the configuration from the environment and `.env`. An empty key counts as not set. Throws a UserError that names
 * each key that is wrong, but not its value, which may be a secret.
 */
export function readConfig(): Config {
  dotenv.config({ path: join(PROJECT_FOLDER, '.env'), quiet: true })
  return parseConfig(process.env)
}

/** Returns the configuration of an environment. Throws a UserError that names each key that is wrong or unknown. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  refuseUnknown(given)
  const settings = Settings.safeParse(given)
  if (!settings.success)
    throw new UserError(`The configuration is wrong. ${wrongSettings(settings.error).join(' ')}`)
  const { READBACK_DATA: data, READBACK_LOG_LEVEL: logLevel } = settings.data
  const { SLACK_COMMAND_PREFIX: prefix, SLACK_UNFURL_DOMAINS: domains } = settings.data
  return {
    data,
    logLevel,
    timeZone: settings.data.READBACK_TIMEZONE,
    sureEnough: settings.data.READBACK_SURE_ENOUGH,
    publicUrl: settings.data.READBACK_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    hookSecret: settings.data.READBACK_HOOK_SECRET ?? null,
    web: webOf(settings.data),
    discord: discordOf(settings.data),
    slack: slackOf(settings.data),
    slackApp: { prefix, domains },
  }
}

const webOf = (settings: Settings): WebConfig => ({
  host: settings.READBACK_HOST,
  port: settings.READBACK_PORT ?? null,
  token: settings.READBACK_TOKEN ?? null,
  userHeader: settings.READBACK_USER_HEADER ?? null,
  trustedProxies: settings.READBACK_TRUSTED_PROXIES,
  requestsPerMinute: settings.READBACK_REQUESTS_PER_MINUTE,
  oidc: oidcOf(settings),
  roles: {
    readers: settings.READBACK_READERS,
    editors: settings.READBACK_EDITORS,
    operators: settings.READBACK_OPERATORS,
  },
})

function oidcOf(settings: Settings): OidcConfig | null {
  const {
    READBACK_OIDC_ISSUER: issuer,
    READBACK_OIDC_CLIENT_ID: clientId,
    READBACK_OIDC_CLIENT_SECRET: clientSecret,
  } = settings
  if (!issuer && !clientId && !clientSecret) return null
  if (!issuer || !clientId || !clientSecret || !settings.READBACK_PUBLIC_URL)
    throw new UserError(
      'To sign in by OpenID Connect takes READBACK_OIDC_ISSUER, READBACK_OIDC_CLIENT_ID, READBACK_OIDC_CLIENT_SECRET and READBACK_PUBLIC_URL, to which the provider sends people back: set all four.',
    )
  return {
    issuer,
    clientId,
    clientSecret,
    scope: settings.READBACK_OIDC_SCOPE,
    nameClaim: settings.READBACK_OIDC_NAME_CLAIM,
    groupsClaim: settings.READBACK_OIDC_GROUPS_CLAIM,
  }
}

const discordOf = (set: Settings): DiscordConfig => ({
  token: set.DISCORD_TOKEN ?? null,
  publicKey: set.DISCORD_PUBLIC_KEY ?? null,
  guild: set.DISCORD_GUILD_ID ?? null,
  owners: set.DISCORD_OWNER_CHANNEL_ID ?? null,
  apiUrl: set.DISCORD_API_URL,
})

/** Returns Socket Mode where there is an app token, else HTTP; null where no Slack key is set. */
function slackOf(settings: Settings): SlackConfig | null {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = settings
  if (!botToken && !appToken && !signingSecret) return null
  if (!botToken) throw new UserError('SLACK_BOT_TOKEN is missing: Slack needs it beside SLACK_APP_TOKEN.')
  const common = {
    botToken,
    apiUrl: settings.SLACK_API_URL,
    prefix: settings.SLACK_COMMAND_PREFIX,
    owners: settings.SLACK_OWNER_CHANNEL_ID ?? null,
  }
  if (appToken) return { ...common, transport: { kind: 'socket', appToken } }
  if (signingSecret) return { ...common, transport: { kind: 'http', signingSecret } }
  throw new UserError(
    'SLACK_BOT_TOKEN alone is not enough: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for requests from Slack.',
  )
}
