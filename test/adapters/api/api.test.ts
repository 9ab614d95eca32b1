import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../../commands/index.ts'
import { Answer } from '../../../src/answers/answer.ts'
import { cutAtHighlights } from '../../../src/replies/cut-at-highlights.ts'
import { openTown, readerOf } from '../web/town.ts'

type Described = {
  openapi: string
  paths: Record<string, { get: Operation; post: Operation } | undefined>
  components: { schemas: Record<string, object> }
}
type Operation = {
  parameters?: { name: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }>
}

let town: Awaited<ReturnType<typeof openTown>>
let reader: ReturnType<typeof readerOf>
let described: Described
beforeAll(async () => {
  town = await openTown('https://reader.bell.example')
  reader = readerOf(town.newsroom)
  described = (await (await reader.get('/api/openapi.json')).json()) as Described
})
afterAll(() => town.leave())

/** A check of what is answered, made from the description alone. */
function shapeOf(path: string, status: number): z.ZodType {
  const name = described.paths[path]?.post.responses[status]?.content?.['application/json']?.schema.$ref
  const inPlace = JSON.stringify({ $ref: name, $defs: described.components.schemas })
  return z.fromJSONSchema(JSON.parse(inPlace.replaceAll('#/components/schemas/', '#/$defs/')))
}

const ask = async (command: string, input: object) => {
  const response = await reader.post(`/api/v1/${command}`, JSON.stringify(input))
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('the API', () => {
  it('describes every command', () => {
    expect(described.openapi).toBe('3.1.1')
    expect(Object.keys(described.paths)).toEqual(commands.map(({ name }) => `/api/v1/${name}`))
    expect(described.paths['/api/v1/quote']?.get.parameters?.map(({ name }) => name)).toEqual(
      Object.keys(commands[0]?.options ?? {}),
    )
    expect(described.paths['/api/v1/check']?.get.parameters?.[0]?.required).toBe(true)
    expect(described.paths['/api/v1/quote']?.get.parameters?.some(({ required }) => required)).toBe(false)
  })

  it('refers only to shapes that it has', () => {
    const referred = JSON.stringify(described).match(/#\/components\/schemas\/[\w-]+/g) ?? []
    for (const name of referred)
      expect(described.components.schemas).toHaveProperty([name.split('/').at(-1) ?? ''])
    expect(referred.length).toBeGreaterThan(20)
  })

  it.each([
    ['quote', { question: 'who said please to the sea' }],
    ['quote', { question: 'zebra' }],
    ['quote', { question: 'please', speaker: 'Quist', after: '2026-02-01' }],
    ['context', { question: 'will the ferry sail on Monday' }],
    ['check', { quotation: 'We say please to the sea, and the sea says yes' }],
    ['check', { quotation: 'zebras graze on the northern pier' }],
    ['coverage', { topic: 'ferry' }],
    ['speaker', { name: 'Quist' }],
    ['article', { article: 'ferry' }],
    ['article', { article: 'heron' }],
    ['article', { article: 'zebra' }],
    ['status', {}],
    ['help', {}],
  ])('answers /%s %j as it is described', async (command, input) => {
    const { status, body } = await ask(command, input)
    expect(status).toBe(200)
    expect(shapeOf(`/api/v1/${command}`, 200).safeParse(body).error).toBeUndefined()
  })

  it('gives verbatim evidence with a citation that opens in the reader, at the version quoted', async () => {
    const { body } = await ask('quote', { question: 'who said please to the sea' })
    expect(body).toMatchObject({
      kind: 'found',
      evidence: expect.arrayContaining([
        expect.objectContaining({
          text: 'We say please to the sea, and the sea says no,',
          speaker: 'Mara Quist',
          citation: expect.objectContaining({
            reader: `https://reader.bell.example/articles/${await town.idOf('Ferry stays in harbour')}/v/2#p2`,
            link: expect.stringMatching(/^https:\/\/bell\.example\/ferry#:~:text=/),
          }),
        }),
      ]),
    })
  })

  it('gives words that make up the text with what is highlighted in them, whatever overlaps', async () => {
    const wordings = [
      'please',
      'pleases',
      'plese',
      'sea',
      'seas',
      'ferry',
      'ferries',
      'Quist',
      'Quists',
      'says',
    ]
    const questions = fc.array(fc.constantFrom(...wordings), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(questions, fc.constantFrom('quote', 'context'), async (words, command) => {
        const { body } = await ask(command, { question: words.join(' ') })
        const { evidence, nearest } = Answer.parse(body)
        for (const { text, highlights } of [...evidence, ...nearest]) {
          const parts = cutAtHighlights({ text, highlights })
          expect(parts.map((part) => part.text).join('')).toBe(text)
          expect(parts.filter(({ highlighted }) => highlighted)).toHaveLength(highlights.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('answers from filters alone, page by page', async () => {
    const first = Answer.parse((await ask('quote', { speaker: 'Quist', limit: 1 })).body)
    expect([first.evidence.length, first.offset]).toEqual([1, 0])
    const byAddress = await reader.get('/api/v1/quote?speaker=Quist&limit=1&offset=1')
    const next = Answer.parse(await byAddress.json())
    expect(next.offset).toBe(1)
    expect(next.total).toBe(first.total)
    expect(next.evidence[0]?.text).not.toBe(first.evidence[0]?.text)
  })

  it('answers an address as it answers a body', async () => {
    const byAddress = await reader.get('/api/v1/check?quotation=Please%20walk%20your%20bicycles')
    const { body } = await ask('check', { quotation: 'Please walk your bicycles' })
    expect(await byAddress.json()).toEqual(body)
    expect(body.verdict).toBe('exact')
  })

  it.each([
    ['quote', '{}', /needs words that were said/],
    ['check', '{}', /check\.quotation/],
    ['quote', '{"question":"x","limit":0}', /limit: "0" is no number from 1 to 100/],
    ['quote', '{"question":"x","offset":"-1"}', /quote\.offset/],
    ['quote', '{"question":" "}', /needs words that were said/],
    ['quote', '{"question":7}', /quote\.question/],
    ['quote', '{"question":"x","colour":"red"}', /colour/],
    ['quote', `{"question":"${'x'.repeat(4001)}"}`, /quote\.question/],
    ['quote', '{"question":"x","after":"gibberish"}', /gibberish/],
    ['quote', 'please', /not JSON/],
    ['status', '[]', /status/],
  ])('says what is wrong with /%s %.60s', async (command, body, sentence) => {
    const response = await reader.post(`/api/v1/${command}`, body)
    expect(response.status).toBe(400)
    const said = (await response.json()) as Record<string, unknown>
    expect(said.error).toMatch(sentence)
    expect(shapeOf(`/api/v1/${command}`, 400).safeParse(said).success).toBe(true)
  })

  it('has nothing else', async () => {
    const response = await reader.get('/api/v1/nonsense')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json'])
  })
})
