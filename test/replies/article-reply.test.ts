import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/answers/answer.ts'
import type { Citation, Facts } from '../../src/archive/article.ts'
import { articleReply } from '../../src/replies/article-reply.ts'
import { toDiscord } from '../../src/replies/discord.ts'
import { toHtml } from '../../src/replies/html.ts'
import { PAGE_SIZE, pageOf } from '../../src/replies/pages.ts'
import { toPlain } from '../../src/replies/plain.ts'
import { toSlack } from '../../src/replies/slack.ts'
import { toTerminal } from '../../src/replies/terminal.ts'
import * as ferry from './ferry.ts'

const correction = 'It was Tuesday.'
const article: Citation = { ...ferry.citation, ordinal: 1, status: 'corrected', correction }
const { headline, outlet, publishedAt, url, status } = article
const facts: Facts = {
  ...{ headline, outlet, publishedAt, url, status, correction },
  ...{ headlineFrom: 'source', authors: ['Ines Okafor'], updatedAt: null, section: null, embargoUntil: null },
}

/** A quotation of the article's nth paragraph. */
const quotation = (ordinal: number): Evidence => ({
  text: `Not today, not on day ${ordinal}`,
  ...{ start: 0, end: 5, kind: 'direct', speaker: 'Mara Quist', speakerMention: 'she', addressee: null },
  ...{ reportedBy: null, score: 0, highlights: [], alsoIn: [] },
  passage: { ordinal, start: 0, end: 5, text: 'Not today' },
  citation: { ...article, ordinal, link: `https://bell.example/ferry#:~:text=day%20${ordinal}` },
})

const quotations = [2, 3, 4, 5, 6].map(quotation)
const cited = quotations.map(({ citation }) => citation)
const reply = articleReply({ kind: 'found', article, facts, quotations, others: [] })

describe('a reply with one article', () => {
  it.each([
    ['a terminal', () => toTerminal(reply, { columns: 400, colour: false })],
    ['plain text', () => toPlain(reply)],
    ['HTML', () => `${toHtml(reply)}`],
    ['Slack', () => JSON.stringify(toSlack(reply).map(({ blocks }) => blocks))],
    ['Discord', () => JSON.stringify(toDiscord(reply))],
  ])('names the story and its correction once in %s, and every paragraph', (_, shown) => {
    const text = shown()
    expect(text.split(headline)).toHaveLength(2)
    expect(text.split(correction)).toHaveLength(2)
    for (const { ordinal } of cited) expect(text).toContain(`¶${ordinal}`)
  })

  it.each([
    ['a terminal', () => toTerminal(reply, { columns: 400, colour: false })],
    ['plain text', () => toPlain(reply)],
    ['HTML', () => `${toHtml(reply)}`],
    ['Slack', () => JSON.stringify(toSlack(reply))],
  ])('leads to the words of every quotation in %s', (_, shown) => {
    for (const { link } of cited) expect(shown()).toContain(link)
  })

  it('leads to the story by the paragraph where it does not name it', () => {
    const text = JSON.stringify(toDiscord(reply))
    for (const { ordinal } of [article, ...cited])
      expect(text).toContain(`[¶${ordinal}](<https://bell.example/ferry>)`)
    expect(`${toHtml(reply)}`).toContain('<a href="/articles/ferry-1/v/1#p3">¶3</a>')
  })

  it('names the story on each of its pages', () => {
    const { pages } = pageOf(reply, 0)
    expect(pages).toBe(Math.ceil(quotations.length / PAGE_SIZE))
    for (const page of Array(pages).keys())
      expect(toPlain(pageOf(reply, page).reply)).toMatch(/^Ferry stays in harbour\n\nThe Tidewater Bell · /)
  })
})
