// Makes the commands tools of the Model Context Protocol.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Logger } from 'pino'
import type { AnyCommand } from '../../../commands/command.ts'
import { inputSchema } from '../../../commands/input-schema.ts'
import { readOptions } from '../../../commands/read-input.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { toPlain } from '../../replies/plain.ts'
import { failureSentence } from '../failure-sentence.ts'

/** What the tools need. */
export type McpContext = { newsroom: Newsroom; commands: AnyCommand[]; log: Logger }

const MCP_INSTRUCTIONS =
  'Readback finds published words in a newsroom’s own coverage. Quote them exactly as they come back, with the speaker and the citation; where it finds nothing, say so.'

/** Returns an MCP server with a read-only tool for each command: its result is the reply as text, and as data. */
export function createMcpServer({ newsroom, commands, log }: McpContext): McpServer {
  const server = new McpServer({ name: 'readback', version: '1.0.0' }, { instructions: MCP_INSTRUCTIONS })
  for (const command of commands)
    server.registerTool(
      command.name,
      {
        description: command.description,
        inputSchema: inputSchema(command),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      (given) => callTool(command, given),
    )
  return server

  async function callTool(command: AnyCommand, given: Record<string, string | number | undefined>) {
    try {
      const result = await command.ask(newsroom, readOptions(command, given))
      return {
        content: [{ type: 'text' as const, text: toPlain(command.reply(result)) }],
        structuredContent: result as Record<string, unknown>,
      }
    } catch (failure) {
      return { content: [{ type: 'text' as const, text: failureSentence(failure, log) }], isError: true }
    }
  }
}
