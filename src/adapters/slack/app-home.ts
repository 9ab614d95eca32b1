// Publishes the Home tab of the Slack app.
import type { webApi } from '@slack/bolt'
import type { Reply } from '../../replies/reply.ts'
import { toSlack } from '../../replies/slack.ts'
import { statusReply } from '../../replies/status-reply.ts'
import type { ListenerContext } from './listener-context.ts'
import { callSlack } from './retry-call.ts'

/**
 * Shows a user the Home tab: what Readback does, how fresh the index is, examples, and the note on privacy. Throws a
 * SlackFault.
 */
export async function publishHome(
  client: webApi.WebClient,
  user: string,
  { newsroom, slackCommands }: ListenerContext,
) {
  const reply: Reply = [
    { kind: 'heading', text: 'Readback' },
    { kind: 'text', text: PURPOSE },
    ...statusReply(await newsroom.read.status()),
    ...slackCommands.help.reply(await slackCommands.help.ask(newsroom, {})),
    { kind: 'heading', text: 'In threads' },
    { kind: 'list', items: THREAD_ACTIONS },
    { kind: 'heading', text: 'Privacy' },
    { kind: 'text', text: PRIVACY },
  ]
  const blocks = toSlack(reply).flatMap((message) => message.blocks)
  await callSlack(() => client.views.publish({ user_id: user, view: { type: 'home', blocks } }), true)
}

const PURPOSE =
  'Readback reads our own published coverage back: word for word, with who said it and where. It writes nothing itself.'

const PRIVACY =
  'What you ask, and what you have looked up, is used to answer and is kept nowhere: not in a log, not in a database. Answers to slash commands and shortcuts are for you alone until you share them. A thread is read only when you ask for it. Kept for 30 days is where the passages of an answer stand, so that its buttons work; for a year which of my messages show which stories, so that corrections reach them; and for a day the ids of messages, so that none is answered twice.'

const THREAD_ACTIONS = [
  {
    term: 'Find context',
    text: 'in the menu of any message (⋮): what our coverage has on it and on its thread',
  },
  { term: 'Check this quote', text: 'in the same menu: is it ours, word for word?' },
  {
    term: '@readback',
    text: 'alone in a thread looks up what the thread is about; with words it answers them',
  },
]
