import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../../commands/index.ts'
import { discordCommands } from '../../../src/adapters/discord/command-json.ts'
import { registerWithDiscord } from '../../../src/adapters/discord/register.ts'
import { UserError } from '../../../src/errors.ts'
import { GUILD } from './loopback/interactions.ts'
import { type Discord, startLoopbackDiscord, TOKEN } from './loopback/loopback-discord.ts'

/** Discord's published rules: https://docs.discord.com/developers/interactions/application-commands */
const SlashName = z.string().regex(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u)
const Name = z.string().min(1).max(32)
const Description = z.string().min(1).max(100)
const Option = z.strictObject({
  type: z.union([z.literal(3), z.literal(5)]),
  name: SlashName,
  description: Description,
  required: z.boolean(),
  autocomplete: z.literal(true).optional(),
  max_length: z.int().min(1).max(6000).optional(),
})
const Locale = z.enum(['en-US', 'de', 'fr', 'es-ES'])
const Typed = z.strictObject({
  type: z.literal(1),
  name: SlashName,
  name_localizations: z.partialRecord(Locale, SlashName),
  description: Description,
  description_localizations: z.partialRecord(Locale, Description),
  options: z.array(Option).max(25),
})
const Chosen = z.strictObject({
  type: z.literal(3),
  name: Name,
  name_localizations: z.partialRecord(Locale, Name),
  description: z.literal(''),
  description_localizations: z.strictObject({}),
  options: z.array(z.never()),
})

describe('the commands for Discord', () => {
  const all = discordCommands(commands)

  it.each(all.map((command) => [command.name, command] as const))(
    '%s is within Discord’s rules',
    (_, command) => {
      const read = z.union([Typed, Chosen]).parse(command)
      const required = read.options.map((option) => ('required' in option ? option.required : false))
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
      expect(JSON.stringify(command).length).toBeLessThan(8000)
    },
  )

  it('have every option of their own, and whether to answer in the channel', () => {
    const names = all.find(({ name }) => name === 'quote')?.options.map(({ name }) => name)
    expect(names).toEqual(['question', 'speaker', 'outlet', 'author', 'article', 'after', 'before', 'public'])
  })

  it('suggest speakers, outlets, authors and articles', () => {
    const suggested = all
      .find(({ name }) => name === 'quote')
      ?.options.filter(({ autocomplete }) => autocomplete)
    expect(suggested?.map(({ name }) => name)).toEqual(['speaker', 'outlet', 'author', 'article'])
  })

  it('can be asked of any message', () => {
    expect(all.filter(({ type }) => type === 3).map(({ name }) => name)).toEqual([
      'Find context',
      'Check this quote',
    ])
  })

  it.each(['de', 'fr', 'es-ES'])('have names of their own in %s, no two the same', (locale) => {
    const names = all.map(
      ({ type, name, name_localizations }) => `${type} ${name_localizations[locale] ?? name}`,
    )
    expect(new Set(names).size).toBe(all.length)
    expect(all.every(({ name_localizations }) => name_localizations[locale])).toBe(true)
  })
})

describe('registering', () => {
  let discord: Discord
  beforeEach(async () => {
    discord = await startLoopbackDiscord()
  })
  afterEach(() => discord.stop())

  const registering = (changes = {}, dryRun = false, some = commands) =>
    registerWithDiscord(some, { token: TOKEN, api: discord.api, guild: null, ...changes }, { dryRun })
  const written = () => discord.requests.filter((request) => request.startsWith('PUT'))

  it('writes all commands at first, and nothing when nothing is different', async () => {
    expect((await registering()).added).toHaveLength(commands.length + 2)
    expect(discord.commands).toHaveLength(commands.length + 2)
    expect(await registering()).toMatchObject({ added: [], changed: [], removed: [] })
    expect(written()).toHaveLength(1)
  })

  it('writes nothing on a dry run', async () => {
    expect((await registering({}, true)).added).toContain('/quote')
    expect(written()).toEqual([])
  })

  it('tells what is new, different and gone', async () => {
    await registering()
    const [quote, ...others] = discord.commands
    discord.commands = [{ ...quote, description: 'Another' }, ...others.slice(1), { ...quote, name: 'old' }]
    const { added, changed, removed } = await registering()
    expect([added, changed, removed]).toEqual([['/context'], ['/quote'], ['/old']])
    expect(written()).toHaveLength(2)
  })

  it('takes what Discord leaves out or adds for no difference', async () => {
    await registering()
    discord.commands = discord.commands.map((command) => ({
      ...command,
      dm_permission: true,
      options: command.options?.map(({ required, ...option }: { required: boolean }) => ({
        ...option,
        ...(required && { required }),
      })),
    }))
    expect((await registering()).changed).toEqual([])
  })

  it('registers in one server alone', async () => {
    await registering({ guild: GUILD })
    expect(written()).toEqual([expect.stringContaining(`/guilds/${GUILD}/commands`)])
    expect(discord.commands[0]).not.toHaveProperty('contexts')
    expect((await registering({ guild: GUILD })).changed).toEqual([])
  })

  it.each([
    [401, /DISCORD_TOKEN/],
    [403, /invite it there/],
    [400, /400/],
  ])('says what to do when Discord says %i, and gives no secret away', async (status, said) => {
    discord.trouble(() => ({ status, body: { code: 0, message: 'No' }, effect: false }))
    const refused = registering({ guild: GUILD })
    await expect(refused).rejects.toThrow(UserError)
    await expect(refused).rejects.toThrow(said)
    await expect(refused).rejects.not.toThrow(TOKEN)
  })
})
