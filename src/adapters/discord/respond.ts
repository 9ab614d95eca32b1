import type { Logger } from 'pino'
import { answer, aside, EXPIRED, press, type Shown } from '../../../commands/buttons.ts'
import type { AnyCommand } from '../../../commands/command.ts'
import { checkInput } from '../../../commands/read-input.ts'
import type { Showing } from '../../corrections/posted-messages.ts'
import type { Newsroom } from '../../newsroom.ts'
import { readAction } from '../../replies/actions.ts'
import { sentenceFor } from '../failure-sentence.ts'
import { converse, type Form } from './answer-in-time.ts'
import { choicesFor } from './autocomplete.ts'
import { ageOf, logged } from './call-failure.ts'
import { PLATFORM } from './channel-messages.ts'
import type { Interaction } from './interaction.ts'
import type { Line } from './interaction-response.ts'

/**
 * What responding needs: whom it asks, what can be asked, the one server it answers in, if there is one, and whether
 * what everybody sees can be corrected later.
 */
export type Setting = {
  newsroom: Newsroom
  commands: AnyCommand[]
  guild: string | null
  corrects: boolean
  log: Logger
}

/** Responds to an interaction, and returns how. */
export async function respond(interaction: Interaction, line: Line, setting: Setting): Promise<string> {
  const age = ageOf(interaction.id, Date.now())
  switch (interaction.kind) {
    case 'ping':
      await line.respond({ type: 1 })
      return 'at once'
    case 'typing':
      await line.respond({ type: 8, data: { choices: choicesFor(interaction, setting) } })
      return 'at once'
    case 'command':
    case 'message':
      return told(saved(asked(interaction, setting), setting), { ...formOf(interaction), line, age }, setting)
    case 'press':
      return told(
        saved(pressed(interaction, setting), setting),
        { ...formOf(interaction), line, age },
        setting,
      )
  }
}

/**
 * Tells an answer, and lets the newsroom know where it stands if everybody sees it: also where Discord did not say that
 * it took it, for it may have.
 */
async function told(
  work: Promise<Shown>,
  form: Form & { line: Line; age: number },
  setting: Setting,
): Promise<string> {
  try {
    return await converse(work, form)
  } finally {
    const { showing, aside } = await work
    if (form.audience === 'public' && showing && !aside) await keepTrack(showing, form.line, setting)
  }
}

async function keepTrack(showing: Showing, line: Line, { newsroom, corrects, log }: Setting): Promise<void> {
  if (!corrects) return
  await line
    .whereabouts()
    .then(({ channel, message }) => newsroom.posted(spotOf(channel, message), showing))
    .catch((failure) => log.warn(logged(failure), 'Discord: a public answer cannot be corrected later'))
}

const spotOf = (channel: string, message: string) => ({
  platform: PLATFORM,
  channel,
  thread: null,
  messages: [message],
})

/** What fails is told as a sentence, to the one who asked. */
const saved = (work: Promise<Shown>, { log }: Setting): Promise<Shown> =>
  work.catch((failure: unknown) => aside(sentenceFor(failure, log)))

type Asked = Extract<Interaction, { kind: 'command' | 'message' }>
type Pressed = Extract<Interaction, { kind: 'press' }>

async function asked(interaction: Asked, setting: Setting): Promise<Shown> {
  if (isElsewhere(interaction, setting)) return aside(ELSEWHERE)
  const command = setting.commands.find(({ name, onMessage }) =>
    interaction.kind === 'message' ? onMessage?.name === interaction.name : name === interaction.name,
  )
  if (!command) return aside('This command is no longer there: /help shows what can be asked.')
  if (interaction.kind === 'command')
    return answer(setting.newsroom, command, {
      input: checkInput(command, interaction.options),
      audience: interaction.audience,
    })
  const words = command.onMessage?.words(interaction.text) ?? ''
  return answer(setting.newsroom, command, { input: freely(command, words), audience: 'private' })
}

/** Words as a command's free option. */
function freely(command: AnyCommand, words: string): Record<string, string> {
  const free = Object.entries(command.options).find(([, option]) => option.free)
  return checkInput(command, free ? { [free[0]]: words } : {})
}

async function pressed(interaction: Pressed, setting: Setting): Promise<Shown> {
  if (isElsewhere(interaction, setting)) return aside(ELSEWHERE)
  const action = readAction(interaction.button)
  if (!action) return EXPIRED
  if (action.act === 'share' && interaction.audience === 'public') return aside('This is shared already.')
  return press(setting.newsroom, action, interaction.asker)
}

const ELSEWHERE = 'Readback answers in its newsroom’s own server only.'

const isElsewhere = ({ guild }: Interaction, setting: Setting) =>
  setting.guild !== null && guild !== setting.guild

/**
 * Where an answer goes. A private one is turned in place by the one who sees it; what the channel sees stays as it
 * is, and whoever presses there gets an answer of their own.
 */
function formOf(interaction: Asked | Pressed): Form {
  if (interaction.kind === 'message') return { as: 'new', audience: 'private' }
  if (interaction.kind === 'command') return { as: 'new', audience: interaction.audience }
  const act = readAction(interaction.button)?.act
  if (act === 'share')
    return { as: 'new', audience: interaction.audience === 'private' ? 'public' : 'private' }
  const turns = act === 'page' || act === 'paragraph'
  return { as: turns && interaction.audience === 'private' ? 'update' : 'new', audience: 'private' }
}
