// Serves the MCP tools over HTTP and over stdin and stdout.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { createMcpServer, type McpContext } from './server.ts'

/** Answers one HTTP request. Every request has a server of its own, so that no state is kept between them. */
export async function answerMcp(request: Request, context: McpContext): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await createMcpServer(context).connect(transport)
  return transport.handleRequest(request)
}

/** Answers on stdin and stdout. Resolves when stdin ends or the connection closes. */
export async function serveMcpOnStdio(context: McpContext): Promise<void> {
  const server = createMcpServer(context)
  const hungUp = new Promise<void>((resolve) => {
    process.stdin.once('end', () => resolve())
    server.server.onclose = () => resolve()
  })
  await server.connect(new StdioServerTransport())
  await hungUp
  await server.close()
}
