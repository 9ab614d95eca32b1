// Converts the commands to the JSON that Discord registers.
import type { AnyCommand, Option } from '../../../commands/command.ts'
import { suggestionKind } from './autocomplete.ts'
import { COMMAND_TRANSLATIONS } from './command-translations.ts'

/** Texts by Discord's codes for languages (`de`, `es-ES`). */
type Localizations = Record<string, string>

/** An option in Discord's form: type 3 is a string, 5 a boolean. */
type OptionJson = {
  type: 3 | 5
  name: string
  description: string
  required: boolean
  autocomplete?: boolean
  max_length?: number
}

/** A command in Discord's form: type 1 is a slash command, 3 a message command. */
export type CommandJson = {
  type: 1 | 3
  name: string
  name_localizations: Localizations
  description: string
  description_localizations: Localizations
  options: OptionJson[]
}

/** The longest text that an option takes, in characters; a longer text is not a question. */
const MAX_OPTION_LENGTH = 1500

/** Returns all commands in Discord's form: the slash commands, then the message commands. */
export const discordCommands = (commands: AnyCommand[]): CommandJson[] => [
  ...commands.map(slashCommand),
  ...commands.flatMap(({ onMessage }) => (onMessage ? [messageCommand(onMessage.name)] : [])),
]

const slashCommand = ({ name, description, options, evidence }: AnyCommand): CommandJson => ({
  type: 1,
  name,
  name_localizations: localizations(name, (one) => one.name, name),
  description,
  description_localizations: localizations(name, (one) => one.description, description),
  options: [
    ...Object.entries(options).filter(isOffered).map(optionJson),
    ...(evidence ? [PUBLIC_OPTION] : []),
  ].toSorted(requiredFirst),
})

const isOffered = ([, { typed }]: [string, Option]) => !typed

const messageCommand = (name: string): CommandJson => ({
  type: 3,
  name,
  name_localizations: localizations(name, (one) => one.name, name),
  description: '',
  description_localizations: {},
  options: [],
})

/**
 * Returns translations, and the original under `en-US`: without it Discord may show an English client a translation.
 */
function localizations(
  name: string,
  part: (one: { name: string; description?: string }) => string | undefined,
  original: string,
): Localizations {
  const translated = Object.entries(COMMAND_TRANSLATIONS[name] ?? {}).flatMap(([locale, one]) => {
    const text = part(one)
    return text ? [[locale, text]] : []
  })
  return translated.length ? Object.fromEntries([['en-US', original], ...translated]) : {}
}

const optionJson = ([name, { kind, description, required }]: [string, Option]): OptionJson => ({
  type: 3,
  name,
  description,
  required: required ?? false,
  ...(suggestionKind(kind) ? { autocomplete: true } : { max_length: MAX_OPTION_LENGTH }),
})

const PUBLIC_OPTION: OptionJson = {
  type: 5,
  name: 'public',
  description: 'answer where everybody in the channel sees it; otherwise only you do',
  required: false,
}

const requiredFirst = (a: OptionJson, b: OptionJson) => Number(b.required) - Number(a.required)
