import { join } from 'node:path'
import dotenv from 'dotenv'
import { z } from 'zod'
import { UserError } from './errors.ts'

const PROJECT = join(import.meta.dirname, '..')

/** Every setting, with what it is when it is not set. `.env.example` holds the same keys: a test compares them. */
export const Settings = z.object({
  READBACK_DATA: z.string().default(join(PROJECT, 'data')),
  READBACK_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

/** What the program is told from outside: `data` is the folder of the archive and its index. */
export type Config = { data: string; logLevel: z.infer<typeof Settings>['READBACK_LOG_LEVEL'] }

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
  return { data, logLevel }
}

const fault = ({ path, message }: z.core.$ZodIssue) => `${path.join('.')}: ${message}.`
