import type { AnyCommand, OptionKind } from '../../../commands/command.ts'
import type { Newsroom } from '../../newsroom.ts'

/** Discord's most characters in a choice's name and in its value. */
const CHOICE = 100

/** The kinds of options for which the newsroom has suggestions. */
const SUGGESTED = ['speaker', 'outlet', 'author', 'article'] as const satisfies OptionKind[]

/** The kind of suggestions that an option takes; null where a person has to find the words. */
export const suggestible = (kind: OptionKind | undefined) => SUGGESTED.find((one) => one === kind) ?? null

/** Whoever is typing: into which option of which command, and what so far. */
type Typing = { name: string; option: string; typed: string; guild: string | null }

/**
 * Choices for somebody who is typing, from memory. A value that does not fit is left out: what is typed freely is
 * taken as well.
 */
export function choicesFor(
  { name, option, typed, guild }: Typing,
  setting: { newsroom: Newsroom; commands: AnyCommand[]; guild: string | null },
): { name: string; value: string }[] {
  if (setting.guild !== null && guild !== setting.guild) return []
  const command = setting.commands.find((command) => command.name === name)
  const kind = suggestible(command?.options[option]?.kind)
  if (!kind) return []
  return setting.newsroom
    .suggest(kind, typed)
    .filter(({ value }) => value.length <= CHOICE)
    .map(({ label, value }) => ({
      name: label.length > CHOICE ? `${label.slice(0, CHOICE - 1)}…` : label,
      value,
    }))
}
