// Runs `register`: registers the commands with Discord, and reports the differences.
import type { AnyCommand } from '../../../commands/command.ts'
import type { DiscordConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { registerWithDiscord } from '../discord/register.ts'

/** Registers the commands with Discord, and returns a report of what changed. Throws a UserError without a token. */
export async function registerCommands(
  commands: AnyCommand[],
  { token, apiUrl: api, guild }: DiscordConfig,
  options: { dryRun?: boolean; guild?: string },
): Promise<string> {
  if (!token) throw new UserError('Registering commands needs DISCORD_TOKEN: set it in .env.')
  const where = options.guild ?? guild
  const dryRun = options.dryRun ?? false
  const { added, changed, removed, same } = await registerWithDiscord(
    commands,
    { token, api, guild: where },
    { dryRun },
  )
  const lines = [
    ...added.map((name) => `+ ${name}`),
    ...changed.map((name) => `~ ${name}`),
    ...removed.map((name) => `- ${name}`),
  ]
  const done = dryRun ? 'nothing written: this was a dry run' : 'registered'
  const place = where ? `in server ${where}` : 'in all servers'
  if (lines.length === 0)
    return `Nothing to register ${place}: all ${same.length} commands are there as they are.`
  return [...lines, `${lines.length} different, ${same.length} the same, ${place}; ${done}.`].join('\n')
}
