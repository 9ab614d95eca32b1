// Words what is wrong with settings: a value that cannot be, a name that is none.
import { closest, distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { UserError } from './errors.ts'
import { Settings } from './settings.ts'

/** What the names of settings begin with: another name that begins so is a slip. */
const OWN_PREFIX = /^(?:READBACK|SLACK|DISCORD)_/

/** Letters in which a name may differ from a setting's for that one to be offered. */
const MAX_SLIPS = 6

const NAMES = Object.keys(Settings.shape)

/** Throws a UserError that names each setting that there is none of, with the nearest one that there is. */
export function refuseUnknown(given: Record<string, unknown>): void {
  const unknown = Object.keys(given).filter((name) => OWN_PREFIX.test(name) && !NAMES.includes(name))
  if (unknown.length)
    throw new UserError(`The configuration is wrong. ${unknown.map(unknownSentence).join(' ')}`)
}

function unknownSentence(name: string): string {
  const nearest = closest(name, NAMES)
  const hint =
    distance(name, nearest) <= MAX_SLIPS ? `did you mean ${nearest}?` : '.env.example lists those there are.'
  return `${name} is no setting: ${hint}`
}

/** Returns a sentence for each setting that has a wrong value; the value, which may be a secret, is in none. */
export const wrongSettings = ({ issues }: z.ZodError): string[] =>
  [...new Set(issues.map(({ path }) => String(path[0])))].map(
    (name) => `${name} must be ${Settings.shape[name as keyof Settings].description}.`,
  )
