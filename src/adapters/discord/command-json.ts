import type { AnyCommand, Option } from '../../../commands/command.ts'
import { suggestible } from './autocomplete.ts'
import { NAMES } from './localized-names.ts'

type Localised = Record<string, string>

/** An option as Discord takes it: 3 is text, 5 yes or no. */
type RegisteredOption = {
  type: 3 | 5
  name: string
  description: string
  required: boolean
  autocomplete?: boolean
  max_length?: number
}

/** A command as Discord takes it: 1 is typed, 3 is chosen on a message. */
export type Registered = {
  type: 1 | 3
  name: string
  name_localizations: Localised
  description: string
  description_localizations: Localised
  options: RegisteredOption[]
}

/** The longest text that is taken in an option; a longer one would be no question. */
const LONGEST = 1500

/** All commands as Discord registers them: those that are typed, and those that are asked of a message. */
export const registrations = (commands: AnyCommand[]): Registered[] => [
  ...commands.map(typed),
  ...commands.flatMap(({ onMessage }) => (onMessage ? [chosen(onMessage.name)] : [])),
]

const typed = ({ name, description, options, evidence }: AnyCommand): Registered => ({
  type: 1,
  name,
  name_localizations: localised(name, (one) => one.name, name),
  description,
  description_localizations: localised(name, (one) => one.description, description),
  options: [...Object.entries(options).map(option), ...(evidence ? [PUBLIC] : [])].toSorted(requiredFirst),
})

const chosen = (name: string): Registered => ({
  type: 3,
  name,
  name_localizations: localised(name, (one) => one.name, name),
  description: '',
  description_localizations: {},
  options: [],
})

/** Translations, with the original under its own language: without it Discord may show somebody another one. */
function localised(
  name: string,
  part: (one: { name: string; description?: string }) => string | undefined,
  original: string,
): Localised {
  const translated = Object.entries(NAMES[name] ?? {}).flatMap(([locale, one]) => {
    const text = part(one)
    return text ? [[locale, text]] : []
  })
  return translated.length ? Object.fromEntries([['en-US', original], ...translated]) : {}
}

const option = ([name, { kind, description, required }]: [string, Option]): RegisteredOption => ({
  type: 3,
  name,
  description,
  required: required ?? false,
  ...(suggestible(kind) ? { autocomplete: true } : { max_length: LONGEST }),
})

const PUBLIC: RegisteredOption = {
  type: 5,
  name: 'public',
  description: 'answer where everybody in the channel sees it; otherwise only you do',
  required: false,
}

const requiredFirst = (a: RegisteredOption, b: RegisteredOption) => Number(b.required) - Number(a.required)
