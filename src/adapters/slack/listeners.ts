import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import { BUTTON } from './answer-messages.ts'
import { publishHome } from './app-home.ts'
import { pressed } from './button-presses.ts'
import { checkQuote, findContext, slash } from './commands-and-shortcuts.ts'
import { type DirectMessage, direct, offerPrompts } from './direct-messages.ts'
import type { Setting } from './listener-context.ts'
import { mentioned } from './mentions.ts'
import { unfurl } from './unfurl.ts'

/** The message shortcuts, by their callback ids. */
export const SHORTCUTS = { findContext: 'find_context', checkQuote: 'check_quote' } as const

/** Everything that people can do in Slack, and what answers it. The door acknowledges all of it. */
export function listen(app: App, setting: Setting): void {
  for (const command of [...setting.typed.asked, setting.typed.help])
    app.command(`/${command.name}`, (args) => slash(command, args, setting))

  app.shortcut({ callback_id: SHORTCUTS.findContext, type: 'message_action' }, (args) =>
    findContext(args, setting),
  )
  app.shortcut({ callback_id: SHORTCUTS.checkQuote, type: 'message_action' }, (args) =>
    checkQuote(args, setting),
  )
  app.action<BlockAction<ButtonAction>>(BUTTON, (args) => pressed(args, setting))

  app.event('app_mention', ({ event, client, context, body }) =>
    mentioned({ event, client, self: context.botUserId ?? '', delivery: body.event_id }, setting),
  )
  app.event('message', ({ event, client, context, body }) =>
    direct(
      { event: event as DirectMessage, client, self: context.botUserId ?? '', delivery: body.event_id },
      setting,
    ),
  )
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await publishHome(client, event.user, setting)
    else await offerPrompts(client, event.channel)
  })
  app.event('link_shared', ({ event, client }) => unfurl(event, client, setting))
}
