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
  READBACK_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'a token has no spaces').optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'a public key is 64 hexadecimal digits')
    .optional(),
  DISCORD_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'a server’s id is a number')
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
  /** The address that others know the reader by, without a slash at its end. */
  publicUrl: string | null
  /** What deliveries to `/hooks/NAME` are signed with; null: none is taken. */
  hookSecret: string | null
  web: WebConfig
  discord: DiscordConfig
}

/** What the Discord bot is told: it runs where there is a token (the gateway) or a public key (HTTP). */
export type DiscordConfig = {
  token: string | null
  publicKey: string | null
  /** Where interactions over HTTP are served. */
  port: number
  /** The one server it answers in; null: in every server that it was added to. */
  guild: string | null
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
  const publicUrl = settings.data.READBACK_PUBLIC_URL?.replace(/\/+$/, '') ?? null
  const hookSecret = settings.data.READBACK_HOOK_SECRET ?? null
  return {
    ...{ data, logLevel, publicUrl, hookSecret },
    web: webOf(settings.data),
    discord: discordOf(settings.data),
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
  port: set.DISCORD_PORT,
  guild: set.DISCORD_GUILD_ID ?? null,
  apiUrl: set.DISCORD_API_URL,
})

const fault = ({ path, message }: z.core.$ZodIssue) => `${path.join('.')}: ${message}.`
