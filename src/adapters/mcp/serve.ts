import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { createMcpServer, type Tooling } from './server.ts'

/** Answers one request over HTTP. Nothing is kept from one to the next: every request has a server of its own. */
export async function answerMcp(request: Request, tooling: Tooling): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await createMcpServer(tooling).connect(transport)
  return transport.handleRequest(request)
}

/** Answers on stdin and stdout, until the other side hangs up. */
export async function serveMcpOnStdio(tooling: Tooling): Promise<void> {
  const server = createMcpServer(tooling)
  const hungUp = new Promise<void>((resolve) => {
    process.stdin.once('end', () => resolve())
    server.server.onclose = () => resolve()
  })
  await server.connect(new StdioServerTransport())
  await hungUp
  await server.close()
}
