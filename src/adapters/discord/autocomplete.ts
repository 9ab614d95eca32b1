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

/** Discord's limit for the number of choices. */
const MAX_CHOICES = 25

/** Fewer letters are the beginning of a name, and of no role yet. */
const MIN_ROLE_CHARS = 3

/**
 * Returns choices for an autocomplete request: names, and the speakers of a title or a role. Leaves out a value longer than Discord's limit; the person
 * can still type it, since an option takes any text. Returns none in a server that the bot does not answer in.
 */
export async function choicesFor(
  { name, option, typed, guild }: AutocompleteRequest,
  context: { newsroom: Newsroom; commands: AnyCommand[]; guild: string | null },
): Promise<{ name: string; value: string }[]> {
  if (context.guild !== null && guild !== context.guild) return []
  const command = context.commands.find((command) => command.name === name)
  const kind = suggestionKind(command?.options[option]?.kind)
  if (!kind) return []
  const { read } = context.newsroom
  const named = read.suggest(kind, typed)
  const called =
    kind === 'speaker' && typed.trim().length >= MIN_ROLE_CHARS ? await read.suggestByRole(typed) : []
  const others = called.filter(({ value }) => !named.some((one) => one.value === value))
  return [...named, ...others]
    .filter(({ value }) => value.length <= MAX_CHOICE_LENGTH)
    .slice(0, MAX_CHOICES)
    .map(({ label, value }) => ({
      name: clipped(sanitizeLine(label)),
      value,
    }))
}

const clipped = (label: string) =>
  label.length > MAX_CHOICE_LENGTH ? `${label.slice(0, MAX_CHOICE_LENGTH - 1)}…` : label
