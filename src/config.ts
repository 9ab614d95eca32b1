import { join } from 'node:path'
import dotenv from 'dotenv'
import { z } from 'zod'
import { UserError } from './errors.ts'

const PROJECT = join(import.meta.dirname, '..')

/** Every setting, with what it is when it is not set. `.env.example` holds the same keys: a test compares them. */
export const Settings = z.object({
  READBACK_DATA: z.string().default(join(PROJECT, 'data')),
  READBACK_HOST: z.string().default('127.0.0.1'),
  READBACK_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  READBACK_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  READBACK_TOKEN: z.string().min(16).regex(/^\S+$/).optional(),
  READBACK_USER_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .optional(),
  READBACK_HOOK_SECRET: z.string().min(16).optional(),
  READBACK_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(120),
  READBACK_SURE_ENOUGH: z.coerce.number().min(0).max(1).optional(),
  READBACK_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(16).optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).default('https://slack.com/api/'),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,20}$/)
    .default(''),
  SLACK_UNFURL_DOMAINS: z
    .string()
    .transform((domains) => domains.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.hostname()).max(5))
    .default([]),
  SLACK_OWNER_CHANNEL_ID: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, 'a channel’s id begins with C or G')
    .optional(),
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'a token has no spaces').optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'a public key is 64 hexadecimal digits')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'a server’s id is a number')
    .optional(),
  DISCORD_OWNER_CHANNEL_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'a channel’s id is a number')
    .optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/ }).default('https://discord.com/api'),
})

type Settings = z.infer<typeof Settings>

/** Where the web reader listens, and what opens it. */
export type WebConfig = {
  host: string
  /** Null: not set, so that another may be taken where the usual one is. */
  port: number | null
  token: string | null
  userHeader: string | null
  requestsPerMinute: number
}

/** What the program is told from outside: `data` is the folder of the archive and its index. */
export type Config = {
  data: string
  logLevel: Settings['READBACK_LOG_LEVEL']
  /** Under which confidence no speaker is named; undefined: where the reader's own calibration puts it. */
  sureEnough: number | undefined
  /** The address that others know the reader by, without a slash at its end. */
  publicUrl: string | null
  /** What deliveries to `/hooks/NAME` are signed with; null: none is taken. */
  hookSecret: string | null
  web: WebConfig
  discord: DiscordConfig
  /** Null: no token, so that Slack is not asked for. */
  slack: SlackConfig | null
  /** How the app is set up in Slack, tokens or not. */
  slackApp: { prefix: string; domains: string[] }
}

/** What it takes to answer in Slack: over a connection of Readback's own, or over requests that Slack makes. */
export type SlackConfig = {
  botToken: string
  apiUrl: string
  prefix: string
  /** The channel that is told of what is late. */
  owners: string | null
  way: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
}

/** What the Discord bot is told: it runs where there is a token (the gateway) or a public key (HTTP). */
export type DiscordConfig = {
  token: string | null
  publicKey: string | null
  /** The one server it answers in; null: in every server that it was added to. */
  guild: string | null
  /** The channel that is told of what is late. */
  owners: string | null
  apiUrl: string
}

/**
 * The configuration, from the environment and `.env`; a key left empty counts as not set. Throws a UserError
 * that names each key that is wrong, and never its value, which may be a secret.
 */
export function readConfig(): Config {
  dotenv.config({ path: join(PROJECT, '.env'), quiet: true })
  return parseConfig(process.env)
}

/** The configuration that an environment describes. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const settings = Settings.safeParse(given)
  if (!settings.success)
    throw new UserError(`The configuration is wrong. ${settings.error.issues.map(fault).join(' ')}`)
  const { READBACK_DATA: data, READBACK_LOG_LEVEL: logLevel } = settings.data
  const { SLACK_COMMAND_PREFIX: prefix, SLACK_UNFURL_DOMAINS: domains } = settings.data
  return {
    data,
    logLevel,
    sureEnough: settings.data.READBACK_SURE_ENOUGH,
    publicUrl: settings.data.READBACK_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    hookSecret: settings.data.READBACK_HOOK_SECRET ?? null,
    web: webOf(settings.data),
    discord: discordOf(settings.data),
    slack: slackConfig(settings.data),
    slackApp: { prefix, domains },
  }
}

const webOf = (settings: Settings): WebConfig => ({
  host: settings.READBACK_HOST,
  port: settings.READBACK_PORT ?? null,
  token: settings.READBACK_TOKEN ?? null,
  userHeader: settings.READBACK_USER_HEADER ?? null,
  requestsPerMinute: settings.READBACK_REQUESTS_PER_MINUTE,
})

const discordOf = (set: Settings): DiscordConfig => ({
  token: set.DISCORD_TOKEN ?? null,
  publicKey: set.DISCORD_PUBLIC_KEY ?? null,
  guild: set.DISCORD_GUILD_ID ?? null,
  owners: set.DISCORD_OWNER_CHANNEL_ID ?? null,
  apiUrl: set.DISCORD_API_URL,
})

const fault = ({ path, message }: z.core.$ZodIssue) => `${path.join('.')}: ${message}.`

/** Socket Mode where there is an app token, requests where there is none. */
function slackConfig(settings: Settings): SlackConfig | null {
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
  if (appToken) return { ...common, way: { kind: 'socket', appToken } }
  if (signingSecret) return { ...common, way: { kind: 'http', signingSecret } }
  throw new UserError(
    'SLACK_BOT_TOKEN alone is not enough: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for requests from Slack.',
  )
}
