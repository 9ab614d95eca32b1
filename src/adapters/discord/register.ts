// Registers the commands with Discord if they differ from those that are registered.
import { isDeepStrictEqual } from 'node:util'
import { REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { UserError } from '../../errors.ts'
import { failureForLog } from './call-failure.ts'
import { type CommandJson, discordCommands } from './command-json.ts'
import { closeRest } from './rest-client.ts'

/** What registering would change: the names of the commands, slash commands with their slash (`/quote`). */
export type RegistrationDiff = { added: string[]; changed: string[]; removed: string[]; same: string[] }

const OptionalLocalizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((given) => given ?? {})

/**
 * A registered command as Discord returns it, reduced to the fields that this bot registers; absent fields get
 * defaults.
 */
const RegisteredCommand = z.object({
  type: z.number().default(1),
  name: z.string(),
  name_localizations: OptionalLocalizations,
  description: z.string().default(''),
  description_localizations: OptionalLocalizations,
  options: z
    .array(
      z.object({
        type: z.number(),
        name: z.string(),
        description: z.string(),
        required: z.boolean().default(false),
        autocomplete: z.literal(true).optional().catch(undefined),
        max_length: z.number().optional(),
      }),
    )
    .default([]),
})

/** Where commands are registered: the bot's token, the API's address, and the id of one server (null: all servers). */
export type RegistrationTarget = { token: string; api: string; guild: string | null }

/**
 * Registers the commands with Discord, and returns what differed. Writes nothing on a dry run or if nothing differs.
 * Throws a UserError that says what to do if Discord refuses or cannot be reached.
 */
export async function registerWithDiscord(
  commands: AnyCommand[],
  { token, api, guild }: RegistrationTarget,
  { dryRun }: { dryRun: boolean },
): Promise<RegistrationDiff> {
  const rest = new REST({ api }).setToken(token)
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string }
    const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id)
    const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
    const wanted = discordCommands(commands)
    const diff = diffCommands(z.array(RegisteredCommand).parse(registered), wanted)
    if (!dryRun && hasChanges(diff))
      await rest.put(route, { body: wanted.map((one) => requestBody(one, guild)) })
    return diff
  } catch (failure) {
    throw new UserError(registrationError(failure, guild), { cause: failureForLog(failure) })
  } finally {
    closeRest(rest)
  }
}

/** Compares the registered commands with the wanted ones. */
function diffCommands(
  registered: z.infer<typeof RegisteredCommand>[],
  wanted: CommandJson[],
): RegistrationDiff {
  const nameOf = ({ type, name }: { type: number; name: string }) => (type === 1 ? `/${name}` : name)
  const before = new Map(registered.map((one) => [nameOf(one), one]))
  const after = new Map(wanted.map((one) => [nameOf(one), one]))
  const common = [...after].filter(([name]) => before.has(name))
  const isSame = ([name, one]: [string, CommandJson]) =>
    isDeepStrictEqual(asJson(before.get(name)), asJson(one))
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    changed: common.filter((one) => !isSame(one)).map(([name]) => name),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    same: common.filter(isSame).map(([name]) => name),
  }
}

/** Returns data as it is after JSON: without properties that are undefined. */
const asJson = (data: unknown): unknown => data && JSON.parse(JSON.stringify(data))

const hasChanges = ({ added, changed, removed }: RegistrationDiff) =>
  added.length + changed.length + removed.length > 0

/** Fields for commands of all servers: offered in servers (0), not in direct messages; installed to servers (0). */
const SERVERS_ONLY = { contexts: [0], integration_types: [0] }

/** Returns a command as the request sends it: a message command has neither description nor options. */
function requestBody({ type, name, name_localizations, ...rest }: CommandJson, guild: string | null): object {
  return { type, name, name_localizations, ...(type === 1 && rest), ...(guild === null && SERVERS_ONLY) }
}

function registrationError(failure: unknown, guild: string | null): string {
  const { status, code } = failureForLog(failure) as { status?: number; code?: unknown }
  if (status === 401) return 'Discord does not know DISCORD_TOKEN: copy it anew from the developer portal.'
  if (status === 403 || status === 404)
    return `Discord lets the bot register nothing in server ${guild}: invite it there with the scope applications.commands.`
  return `Discord did not take the commands (${[status, code].filter(Boolean).join(', ') || 'it was not reached'}).`
}
