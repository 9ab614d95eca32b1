import { type Context, Hono } from 'hono'
import type { OpenedStory } from '../../answers/open-story.ts'
import { UserError } from '../../errors.ts'
import { answerTo, sharedPage } from './answer-page.ts'
import { askPage } from './ask-page.ts'
import { draftPage, LONGEST_DRAFT } from './check-page.ts'
import { addressOf, askingOf } from './parse-address.ts'
import type { Setting } from './reader-context.ts'
import { speakerPage } from './speaker-page.ts'
import { statusPage } from './status-page.ts'
import { storyPage } from './story-page.ts'

/** As much of what somebody said as one page holds. */
const MOST_QUOTATIONS = 100

/** Stories that greet a newcomer. */
const LATEST = 5

/** The pages of the reader. */
export function pages({ newsroom, commands }: Setting): Hono {
  const app = new Hono()

  app.get('/', async (c) => {
    const { search, searchParams } = new URL(c.req.url)
    const asking = askingOf(searchParams, commands)
    const shown = { commands, suggest: newsroom.suggest }
    if (!asking.words)
      return c.html(askPage(asking, { ...shown, answer: null, latest: await newsroom.latest(LATEST) }))
    const address = addressOf(asking)
    if (address !== `/${search}`) return c.redirect(address)
    return c.html(askPage(asking, { ...shown, answer: await answerTo(asking, newsroom), latest: [] }))
  })

  app.get('/answers/:id', async (c) => {
    const recalled = await newsroom.recall(c.req.param('id'))
    return recalled ? c.html(sharedPage(recalled)) : c.notFound()
  })

  app.get('/articles/:id', async (c) => shown(c, await newsroom.open(c.req.param('id'))))
  app.get('/articles/:id/v/:version{[1-9][0-9]{0,5}}', async (c) =>
    shown(c, await newsroom.open(c.req.param('id'), Number(c.req.param('version')))),
  )

  app.get('/speakers/:name', async (c) => {
    const name = c.req.param('name')
    const words = c.req.query('q')?.trim() ?? ''
    const all = await newsroom.speaker({ text: '', speaker: name, limit: MOST_QUOTATIONS })
    const answer = words ? await newsroom.quote({ text: words, speaker: name, limit: MOST_QUOTATIONS }) : all
    return c.html(speakerPage(name, { all, answer, words }), all.kind === 'found' ? 200 : 404)
  })

  app.get('/check', (c) => c.html(draftPage({ draft: '', judged: null })))
  app.post('/check', async (c) => {
    const { draft } = await c.req.parseBody()
    if (typeof draft !== 'string' || !draft.trim()) throw new UserError('Paste a draft to check.')
    if (draft.length > LONGEST_DRAFT)
      throw new UserError(`That is more than ${LONGEST_DRAFT} characters. Check the draft in parts.`)
    return c.html(draftPage({ draft, judged: await newsroom.judge(draft) }))
  })

  app.get('/status', async (c) => c.html(statusPage(await newsroom.status())))
  return app
}

const shown = (c: Context, story: OpenedStory | null) => (story ? c.html(storyPage(story)) : c.notFound())
