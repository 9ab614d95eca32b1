// Makes the interactions that a person's actions in Discord lead to.
import { randomBytes } from 'node:crypto'
import autocomplete from './payloads/autocomplete.json' with { type: 'json' }
import button from './payloads/button.json' with { type: 'json' }
import chatInput from './payloads/chat-input.json' with { type: 'json' }
import messageCommand from './payloads/message-command.json' with { type: 'json' }

/** An interaction as Discord delivers it. */
export type Payload = { id: string; type: number; token: string } & Record<string, unknown>

export const APPLICATION = chatInput.application_id
export const GUILD = chatInput.guild_id
export const CHANNEL = chatInput.channel_id

/** The first moment that Discord's ids count from: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000n
let count = 0n
const idAt = (time: number) => String(((BigInt(time) - DISCORD_EPOCH_MS) << 22n) | (count++ & 0x3f_ffffn))

/** Returns a recorded interaction with a new id of now, and with changes. */
function interactionNow(changes: object): Payload {
  const fresh = { id: idAt(Date.now()), token: randomBytes(24).toString('base64url') }
  return { ...structuredClone(chatInput), ...fresh, ...structuredClone(changes) } as unknown as Payload
}

/** Somebody sends a slash command with options. */
export const sends = (name: string, options: Record<string, string | boolean> = {}): Payload =>
  interactionNow({
    data: {
      ...chatInput.data,
      name,
      options: Object.entries(options).map(([name, value]) => ({
        type: typeof value === 'boolean' ? 5 : 3,
        name,
        value,
      })),
    },
  })

/** Somebody is typing into an option of a command. */
export const types = (name: string, option: string, value: string): Payload =>
  interactionNow({
    ...autocomplete,
    data: { ...autocomplete.data, name, options: [{ type: 3, name: option, value, focused: true }] },
  })

/** Somebody chooses a command on a message. */
export function chooses(name: string, message: object): Payload {
  const payload = structuredClone(messageCommand)
  const target = payload.data.resolved.messages['1300000000000000007']
  return interactionNow({
    ...payload,
    data: { ...payload.data, name, resolved: { messages: { [target.id]: { ...target, ...message } } } },
  })
}

/** What stands in the menu of an answer rather than on a button. */
const FROM_MENU = /^\d+:(?:paragraph|useful|not-useful):/

/** Somebody presses a button on a message that only they see, or on a public one; by default a message of its own. */
export const presses = (
  customId: string,
  { isPublic = false, message = idAt(Date.now()), components = [] as object[] } = {},
): Payload =>
  interactionNow({
    ...button,
    data: FROM_MENU.test(customId)
      ? { component_type: 3, custom_id: 'menu', values: [customId] }
      : { ...button.data, custom_id: customId },
    message: { ...button.message, id: message, components, flags: isPublic ? 32768 : 32832 },
  })
