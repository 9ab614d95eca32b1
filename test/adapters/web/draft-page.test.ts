import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, readerOf } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
let reader: ReturnType<typeof readerOf>
beforeAll(async () => {
  town = await openTown()
  reader = readerOf(town.newsroom)
})
afterAll(() => town.leave())

describe('the page where a draft is checked', () => {
  const check = async (draft: string) => {
    const response = await reader.post('/check', new URLSearchParams({ draft }))
    return { response, document: parseHTML(await response.text()).document }
  }

  it('judges every quotation of a draft', async () => {
    const { document } = await check(
      'She told us: “We say please to the sea, and the sea says no.” Then: “Please walk your donkeys,” she said. “I never met a marmalade,” he added.',
    )
    expect([...document.querySelectorAll('.verdicts > li')].map(({ className }) => className)).toEqual([
      'exact',
      'differs',
      'not-found',
    ])
    expect(document.querySelector('.answer h2')?.textContent).toContain('3 quotations: 1 ours, word for word')
    expect(document.querySelector('.differs del')?.textContent).toBe('donkeys')
    expect(document.querySelector('textarea')?.textContent).toContain('She told us')
  })

  it('says so where there is no quotation, or no draft', async () => {
    expect((await check('Nothing was said.')).document.querySelector('.note')?.textContent).toContain(
      'There is no quotation in it',
    )
    expect((await check(' ')).response.status).toBe(400)
    expect((await check('x'.repeat(100_001))).response.status).toBe(400)
    expect((await check('x'.repeat(700_000))).response.status).toBe(413)
  })

  it('sends the page of a long draft before the verdicts are there, and they follow', async () => {
    const draft = `“We say please to the sea, and the sea says no,” Quist said.\n\n${'The sea is wide. '.repeat(700)}`
    const checking = Promise.withResolvers<void>()
    const checkDraft = async (draft: string) => {
      await checking.promise
      return town.newsroom.read.checkDraft(draft)
    }
    const slow = { ...town.newsroom, read: { ...town.newsroom.read, checkDraft } }
    const answered = await readerOf(slow, { publicUrl: 'https://bell.example/desk' }).post(
      '/check',
      new URLSearchParams({ draft }),
    )
    const pieces = answered.body?.pipeThrough(new TextDecoderStream()).getReader()
    const first = (await pieces?.read())?.value ?? ''
    expect(first).toContain('Every quotation is being checked.')
    checking.resolve()
    let rest = ''
    for (let piece = await pieces?.read(); piece && !piece.done; piece = await pieces?.read())
      rest += piece.value
    expect(rest).toContain('<li id="v1" class="exact">')
    expect(first + rest).toMatch(/<form class="draft" method="post" action="\/desk\/check">/)
    expect(parseHTML(first + rest).document.querySelectorAll('main .verdicts > li').length).toBe(1)
  })

  it('tells a failure in the place of the verdicts', async () => {
    const checkDraft = () => Promise.reject(new Error('the disk is on fire'))
    const broken = { ...town.newsroom, read: { ...town.newsroom.read, checkDraft } }
    const answered = await readerOf(broken).post('/check', new URLSearchParams({ draft: 'x'.repeat(20_000) }))
    expect(await answered.text()).toMatch(/role="alert">Something went wrong here/)
  })

  it('judges a draft of twenty quotations, none left out', async () => {
    const draft = Array.from(
      { length: 20 },
      (_, i) => `“Please walk your ${i + 2} bicycles,” she said.`,
    ).join('\n\n')
    expect((await check(draft)).document.querySelectorAll('.verdicts > li').length).toBe(20)
  })
})
