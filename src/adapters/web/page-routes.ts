// Serves the pages of the reader.

import { type Context, Hono } from 'hono'
import type { OpenedStory } from '../../answers/open-story.ts'
import { quote } from '../../answers/quote.ts'
import { speaker } from '../../answers/speaker.ts'
import { UserError } from '../../errors.ts'
import { answerMarkup, sharedAnswerPage } from './answer-page.ts'
import { askPage } from './ask-page.ts'
import { draftPage, LONG_DRAFT_CHARS, MAX_DRAFT_CHARS } from './draft-page.ts'
import { addressOf, isAsked, parseAddress } from './question-address.ts'
import type { ReaderContext } from './reader-context.ts'
import { speakerPage } from './speaker-page.ts'
import { statusPage } from './status-page.ts'
import { storyPage } from './story-page.ts'
import { streamVerdicts } from './stream-verdicts.ts'

/** Quotations on a speaker’s page. */
const MAX_SPEAKER_PAGE_QUOTATIONS = 100

/** Stories in “Latest in the coverage”. */
const LATEST_STORIES_SHOWN = 5

/** Returns the routes of all pages. Throws a UserError for a draft that is empty or too long. */
export function readerPages(context: ReaderContext): Hono {
  const { newsroom, commands } = context
  const app = new Hono()

  app.get('/', async (c) => {
    const { search, searchParams } = new URL(c.req.url)
    const question = parseAddress(searchParams, commands)
    const content = { commands, suggest: newsroom.read.suggest }
    if (!isAsked(question))
      return c.html(
        askPage(question, {
          ...content,
          answer: null,
          latest: await newsroom.read.latest(LATEST_STORIES_SHOWN),
        }),
      )
    const address = addressOf(question)
    if (address !== `/${search}`) return c.redirect(address)
    return c.html(
      askPage(question, { ...content, answer: await answerMarkup(question, newsroom), latest: [] }),
    )
  })

  app.get('/answers/:id', async (c) => {
    const reread = await newsroom.given.reread(c.req.param('id'))
    return reread ? c.html(sharedAnswerPage(reread)) : c.notFound()
  })

  app.get('/articles/:id', async (c) => storyResponse(c, await newsroom.read.open(c.req.param('id'))))
  app.get('/articles/:id/v/:version{[1-9][0-9]{0,5}}', async (c) =>
    storyResponse(c, await newsroom.read.open(c.req.param('id'), Number(c.req.param('version')))),
  )

  app.get('/speakers/:name', async (c) => {
    const name = c.req.param('name')
    const words = c.req.query('q')?.trim() ?? ''
    const all = await newsroom.ask(speaker, { text: '', speaker: name, limit: MAX_SPEAKER_PAGE_QUOTATIONS })
    const answer = words
      ? await newsroom.ask(quote, { text: words, speaker: name, limit: MAX_SPEAKER_PAGE_QUOTATIONS })
      : all
    return c.html(speakerPage(name, { all, answer, words }), all.kind === 'found' ? 200 : 404)
  })

  app.get('/check', (c) => c.html(draftPage({ draft: '', judged: null })))
  app.post('/check', async (c) => {
    const { draft } = await c.req.parseBody()
    if (typeof draft !== 'string' || !draft.trim()) throw new UserError('Paste a draft to check.')
    if (draft.length > MAX_DRAFT_CHARS)
      throw new UserError(`That is more than ${MAX_DRAFT_CHARS} characters. Check the draft in parts.`)
    return draft.length > LONG_DRAFT_CHARS
      ? streamVerdicts(c, draft, context)
      : c.html(draftPage({ draft, judged: await newsroom.read.checkDraft(draft) }))
  })

  app.get('/status', async (c) => c.html(statusPage(await newsroom.read.status())))
  return app
}

const storyResponse = (c: Context, story: OpenedStory | null) =>
  story ? c.html(storyPage(story)) : c.notFound()
