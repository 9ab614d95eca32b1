// Describes the API in OpenAPI, from the commands and the schemas of their results.
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { inputSchema } from '../../../commands/input-schema.ts'
import { Answer, Evidence, Question, Searched } from '../../answers/answer.ts'
import { ArticleAnswer } from '../../answers/article.ts'
import { Status } from '../../answers/status.ts'
import { CheckAnswer, Verdict } from '../../answers/verification/check-answer.ts'
import { Citation, Facts } from '../../archive/article.ts'

/** The schemas that the description names, so that each is written once. */
const NAMED_SCHEMAS = {
  Answer,
  ArticleAnswer,
  CheckAnswer,
  Citation,
  Evidence,
  Facts,
  Question,
  Searched,
  Status,
  Verdict,
}

const Failure = z.object({ error: z.string() })

/** Returns the OpenAPI 3.1 description of the API on a server (its URL). */
export function describeApi(commands: AnyCommand[], server: string): object {
  const shapes = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries({ ...NAMED_SCHEMAS, Failure })) shapes.add(shape, { id })
  const results = commands.filter(({ result }) => !shapes.has(result))
  for (const { name, result } of results) shapes.add(result, { id: `${name}-result` })
  const { schemas } = z.toJSONSchema(shapes, { uri: schemaPath, io: 'input' })
  return {
    openapi: '3.1.1',
    info: { title: 'Readback', version: '1', description: API_DESCRIPTION },
    servers: [{ url: server }],
    security: [{}, { token: [] }],
    paths: Object.fromEntries(
      commands.map((command) => [`/api/v1/${command.name}`, pathItem(command, shapes)]),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]),
      ),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

const API_DESCRIPTION =
  'Reads the coverage back: published words, who said them, and where they stand. Offsets are UTF-16 code units. Ask by POST where the question must not appear in an address.'

const schemaPath = (id: string) => `#/components/schemas/${id}`

type Shapes = ReturnType<typeof z.registry<{ id: string }>>

function pathItem(command: AnyCommand, shapes: Shapes) {
  const input = z.toJSONSchema(inputSchema(command), { io: 'input' })
  const { $schema: _, ...body } = input
  const asked = { summary: command.description, responses: responses(command, shapes) }
  return {
    get: { operationId: `${command.name}ByAddress`, ...asked, parameters: parameters(input) },
    post: {
      operationId: command.name,
      ...asked,
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    },
  }
}

const parameters = ({ properties = {}, required = [] }: z.core.JSONSchema.BaseSchema) =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))

function responses({ result }: AnyCommand, shapes: Shapes) {
  const json = (shape: z.ZodType) => ({
    'application/json': { schema: { $ref: schemaPath(shapes.get(shape)?.id ?? '') } },
  })
  return {
    200: { description: 'What was found, or an honest nothing.', content: json(result) },
    400: { description: 'What is wrong with the question, in a sentence.', content: json(Failure) },
    401: { description: 'A token is missing.', content: json(Failure) },
    429: { description: 'Too many questions in a short time.' },
  }
}
