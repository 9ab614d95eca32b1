// Connects Slack's commands, shortcuts, buttons and events with what answers them.
import type { App, BlockAction } from '@slack/bolt'
import { ANSWER_BUTTON_ID } from './answer-messages.ts'
import { publishHome } from './app-home.ts'
import { type AnswerAction, answerButtonPress } from './button-presses.ts'
import { answerCheckQuote, answerFindContext, answerSlashCommand } from './commands-and-shortcuts.ts'
import { answerDirectMessage, type DirectMessage, suggestPrompts } from './direct-messages.ts'
import type { ListenerContext } from './listener-context.ts'
import { answerMention } from './mentions.ts'
import { unfurlLinks } from './unfurl.ts'

/** The callback ids of the message shortcuts. */
export const SHORTCUT_IDS = { findContext: 'find_context', checkQuote: 'check_quote' } as const

/** Adds a listener to the app for everything that people can do in Slack. None acknowledges: the middleware does. */
export function addListeners(app: App, listener: ListenerContext): void {
  for (const command of [...listener.slackCommands.asked, listener.slackCommands.help])
    app.command(`/${command.name}`, (args) => answerSlashCommand(command, args, listener))

  app.shortcut({ callback_id: SHORTCUT_IDS.findContext, type: 'message_action' }, (args) =>
    answerFindContext(args, listener),
  )
  app.shortcut({ callback_id: SHORTCUT_IDS.checkQuote, type: 'message_action' }, (args) =>
    answerCheckQuote(args, listener),
  )
  app.action<BlockAction<AnswerAction>>(ANSWER_BUTTON_ID, (args) => answerButtonPress(args, listener))

  app.event('app_mention', ({ event, client, context }) =>
    answerMention({ event, client, self: context.botUserId ?? '' }, listener),
  )
  app.event('message', ({ event, client, context }) =>
    answerDirectMessage({ event: event as DirectMessage, client, self: context.botUserId ?? '' }, listener),
  )
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await publishHome(client, event.user, listener)
    else await suggestPrompts(client, event.channel)
  })
  app.event('link_shared', ({ event, client }) => unfurlLinks(event, client, listener))
}
