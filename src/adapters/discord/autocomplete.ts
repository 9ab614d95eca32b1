// Suggests values for a command's option while a person types into it.
import type { AnyCommand, OptionKind } from '../../../commands/command.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { sanitizeLine } from '../../replies/sanitize-text.ts'

/** Discord's limit for a choice's name and for its value, in characters. */
const MAX_CHOICE_LENGTH = 100

/** The kinds of options for which the newsroom can suggest values. */
const SUGGESTED_OPTION_KINDS = ['speaker', 'outlet', 'author', 'article'] as const satisfies OptionKind[]

/** Returns the kind of values to suggest for an option; null if there are none to suggest. */
export const suggestionKind = (kind: OptionKind | undefined) =>
  SUGGESTED_OPTION_KINDS.find((one) => one === kind) ?? null

/**
 * An option that a person is typing into: its command, the text typed so far, and the server (null in a direct
 * message).
 */
type AutocompleteRequest = { name: string; option: string; typed: string; guild: string | null }

/**
 * Returns choices for an autocomplete request, from memory. Leaves out a value longer than Discord's limit; the person
 * can still type it, since an option takes any text. Returns none in a server that the bot does not answer in.
 */
export function choicesFor(
  { name, option, typed, guild }: AutocompleteRequest,
  context: { newsroom: Newsroom; commands: AnyCommand[]; guild: string | null },
): { name: string; value: string }[] {
  if (context.guild !== null && guild !== context.guild) return []
  const command = context.commands.find((command) => command.name === name)
  const kind = suggestionKind(command?.options[option]?.kind)
  if (!kind) return []
  return context.newsroom.read
    .suggest(kind, typed)
    .filter(({ value }) => value.length <= MAX_CHOICE_LENGTH)
    .map(({ label, value }) => ({
      name: clipped(sanitizeLine(label)),
      value,
    }))
}

const clipped = (label: string) =>
  label.length > MAX_CHOICE_LENGTH ? `${label.slice(0, MAX_CHOICE_LENGTH - 1)}…` : label
