// Declares every setting with its default and, in words, what it must be.
import { join } from 'node:path'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'

const PROJECT_FOLDER = join(import.meta.dirname, '..')

const address = z.url({ protocol: /^https?$/ })
const list = z.string().transform((words) => words.split(/[\s,]+/).filter(Boolean))
const whole = z.coerce.number().int()

/** Whether proxy-addr knows every name: an address, a range, or `loopback`, `linklocal`, `uniquelocal`. */
function areProxies(names: string[]): boolean {
  try {
    proxyAddr.compile(names)
    return true
  } catch {
    return false
  }
}

const PEOPLE = 'names with commas between them: ines@courier.example, @courier.example, group:desk'
const SECRET = 'a secret of 16 characters or more, without spaces'

/** Whether a name is that of a time zone, as the IANA database has them. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * The schema of all settings. A setting's description completes the sentence "NAME must be …". `.env.example` holds the
 * same keys: a test compares them.
 */
export const Settings = z.object({
  READBACK_DATA: z.string().default(join(PROJECT_FOLDER, 'data')).describe('a folder'),
  READBACK_HOST: z.string().default('127.0.0.1').describe('an address of this machine, or a name of one'),
  READBACK_PORT: whole.min(0).max(65535).optional().describe('a port, from 0 to 65535'),
  READBACK_PUBLIC_URL: address
    .refine((url) => !/[?#%]/.test(url))
    .optional()
    .describe('an http or https address, without ?, # and %'),
  READBACK_TRUSTED_PROXIES: list
    .pipe(z.array(z.string()).refine(areProxies))
    .default(['loopback'])
    .describe(
      'addresses or ranges of proxies, or loopback, linklocal, uniquelocal, with commas between them',
    ),
  READBACK_TOKEN: z.string().min(16).regex(/^\S+$/).optional().describe(SECRET),
  READBACK_USER_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .optional()
    .describe('the name of a header, such as X-Forwarded-User'),
  READBACK_OIDC_ISSUER: address.optional().describe('the http or https address of an OpenID provider'),
  READBACK_OIDC_CLIENT_ID: z
    .string()
    .optional()
    .describe('the id that the OpenID provider knows Readback by'),
  READBACK_OIDC_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('the secret of the client at the OpenID provider'),
  READBACK_OIDC_SCOPE: z.string().default('openid email profile').describe('scopes with spaces between them'),
  READBACK_OIDC_NAME_CLAIM: z.string().default('email').describe('the claim that names a person'),
  READBACK_OIDC_GROUPS_CLAIM: z.string().default('groups').describe('the claim that lists a person’s groups'),
  READBACK_READERS: list.default([]).describe(PEOPLE),
  READBACK_EDITORS: list.default([]).describe(PEOPLE),
  READBACK_OPERATORS: list.default([]).describe(PEOPLE),
  READBACK_HOOK_SECRET: z.string().min(16).optional().describe('a secret of 16 characters or more'),
  READBACK_REQUESTS_PER_MINUTE: whole.positive().default(120).describe('a whole number above 0'),
  READBACK_TIMEZONE: z
    .string()
    .refine(isTimeZone)
    .optional()
    .describe('a time zone, like America/Halifax or UTC'),
  READBACK_SURE_ENOUGH: z.coerce.number().min(0).max(1).optional().describe('a number from 0 to 1'),
  READBACK_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('one of silent, error, warn, info, debug'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional().describe('a bot token: it begins with xoxb-'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-')
    .optional()
    .describe('an app-level token: it begins with xapp-'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('the signing secret of the app, 16 characters or more'),
  SLACK_API_URL: address.default('https://slack.com/api/').describe('an http or https address'),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,20}$/)
    .default('')
    .describe('at most 20 lower-case letters, digits, - and _'),
  SLACK_UNFURL_DOMAINS: list
    .pipe(z.array(z.hostname()).max(5))
    .default([])
    .describe('at most five domains, with commas between them'),
  SLACK_OWNER_CHANNEL_ID: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/)
    .optional()
    .describe('a channel’s id: it begins with C or G'),
  DISCORD_TOKEN: z.string().regex(/^\S+$/).optional().describe('a bot’s token, without spaces'),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional()
    .describe('a public key: 64 hexadecimal digits'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional()
    .describe('a server’s id: a number'),
  DISCORD_OWNER_CHANNEL_ID: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional()
    .describe('a channel’s id: a number'),
  DISCORD_API_URL: address.default('https://discord.com/api').describe('an http or https address'),
})

/** The settings as they are read. */
export type Settings = z.infer<typeof Settings>
