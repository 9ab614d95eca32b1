// Checks Discord's token, and whether the commands are registered as they are here.
import type { AnyCommand } from '../../../commands/command.ts'
import type { DiscordConfig } from '../../config.ts'
import { clockFinding } from './clock.ts'
import { type Check, fine, warning, wrong } from './finding.ts'
import { probe } from './probe.ts'

/** Returns the checks of Discord; one that says so where it is not configured. */
export function discordChecks(discord: DiscordConfig, commands: AnyCommand[]): Check[] {
  const { token, publicKey } = discord
  if (!token && !publicKey) return [{ about: 'Discord', look: async () => [fine('not configured')] }]
  if (!token)
    return [
      {
        about: 'Discord',
        look: async () => [
          warning(
            'without DISCORD_TOKEN no correction can follow what is shared',
            'Set DISCORD_TOKEN as well.',
          ),
        ],
      },
    ]
  return [
    { about: 'Discord, token', look: () => tokenFindings(discord.apiUrl, token) },
    { about: 'Discord, commands', look: () => commandFindings({ ...discord, token }, commands) },
  ]
}

async function tokenFindings(api: string, token: string) {
  const { status, json, clockSkew } = await probe(`${api}/v10/users/@me`, {
    headers: { authorization: `Bot ${token}` },
  })
  if (status === 401)
    return [
      wrong(
        'Discord does not know DISCORD_TOKEN',
        'Reset it under Bot in the developer portal, and copy it anew.',
      ),
    ]
  if (status !== 200)
    return [
      warning(`Discord answers ${status}`, 'Try again in a minute; https://discordstatus.com tells more.'),
    ]
  return [fine(`the bot is ${Object(json).username}`), ...clockFinding(clockSkew)]
}

async function commandFindings(
  { token, apiUrl: api, guild }: DiscordConfig & { token: string },
  commands: AnyCommand[],
) {
  const { registerWithDiscord } = await import('../discord/register.ts')
  const diff = await registerWithDiscord(commands, { token, api, guild }, { dryRun: true })
  const different = diff.added.length + diff.changed.length + diff.removed.length
  if (different === 0) return [fine(`all ${diff.same.length} are registered as they are`)]
  return [warning(`${different} are not registered as they are here`, 'npm run -s readback -- register')]
}
