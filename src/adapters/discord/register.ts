import { isDeepStrictEqual } from 'node:util'
import { REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { UserError } from '../../errors.ts'
import { logged } from './call-failure.ts'
import { type Registered, registrations } from './command-json.ts'
import { closeRest } from './rest-client.ts'

/** What registering would change: the commands by name. */
export type Difference = { added: string[]; changed: string[]; removed: string[]; same: string[] }

const Locales = z
  .record(z.string(), z.string())
  .nullish()
  .transform((given) => given ?? {})

/** A command as Discord gives it back, reduced to what this bot registers; what it leaves out has a default. */
const Current = z.object({
  type: z.number().default(1),
  name: z.string(),
  name_localizations: Locales,
  description: z.string().default(''),
  description_localizations: Locales,
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

/** Where commands are registered: with which token, and in one server or, where that is null, in all. */
export type Registry = { token: string; api: string; guild: string | null }

/**
 * Registers the commands with Discord, and returns what that changed. Where nothing is different, or on a dry run,
 * nothing is written. Throws a UserError that says what to do where Discord refuses.
 */
export async function register(
  commands: AnyCommand[],
  { token, api, guild }: Registry,
  { dryRun }: { dryRun: boolean },
): Promise<Difference> {
  const rest = new REST({ api }).setToken(token)
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string }
    const route = guild ? Routes.applicationGuildCommands(id, guild) : Routes.applicationCommands(id)
    const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
    const wanted = registrations(commands)
    const difference = differenceOf(z.array(Current).parse(registered), wanted)
    if (!dryRun && isDifferent(difference))
      await rest.put(route, { body: wanted.map((one) => written(one, guild)) })
    return difference
  } catch (failure) {
    throw new UserError(refusal(failure, guild), { cause: logged(failure) })
  } finally {
    closeRest(rest)
  }
}

/** What differs between the commands that are registered and those that are wanted. */
function differenceOf(registered: z.infer<typeof Current>[], wanted: Registered[]): Difference {
  const nameOf = ({ type, name }: { type: number; name: string }) => (type === 1 ? `/${name}` : name)
  const before = new Map(registered.map((one) => [nameOf(one), one]))
  const after = new Map(wanted.map((one) => [nameOf(one), one]))
  const kept = [...after].filter(([name]) => before.has(name))
  const isSame = ([name, one]: [string, Registered]) => isDeepStrictEqual(plain(before.get(name)), plain(one))
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    changed: kept.filter((one) => !isSame(one)).map(([name]) => name),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    same: kept.filter(isSame).map(([name]) => name),
  }
}

/** Data as JSON has it: what is undefined is not there. */
const plain = (data: unknown): unknown => data && JSON.parse(JSON.stringify(data))

const isDifferent = ({ added, changed, removed }: Difference) =>
  added.length + changed.length + removed.length > 0

/** Where a command of all servers is offered: in servers (0), never in direct messages. */
const INSTALLED = { contexts: [0], integration_types: [0] }

/** A command as it is written: one that is asked of a message has neither description nor options. */
function written({ type, name, name_localizations, ...rest }: Registered, guild: string | null): object {
  return { type, name, name_localizations, ...(type === 1 && rest), ...(guild === null && INSTALLED) }
}

function refusal(failure: unknown, guild: string | null): string {
  const { status, code } = logged(failure) as { status?: number; code?: unknown }
  if (status === 401) return 'Discord does not know DISCORD_TOKEN: copy it anew from the developer portal.'
  if (status === 403 || status === 404)
    return `Discord lets the bot register nothing in server ${guild}: invite it there with the scope applications.commands.`
  return `Discord did not take the commands (${[status, code].filter(Boolean).join(', ') || 'it was not reached'}).`
}
