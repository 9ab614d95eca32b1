// Lists all commands.
import article from './article.ts'
import check from './check.ts'
import type { AnyCommand } from './command.ts'
import context from './context.ts'
import coverage from './coverage.ts'
import { helpCommand } from './help.ts'
import quote from './quote.ts'
import speaker from './speaker.ts'
import status from './status.ts'

const asked: AnyCommand[] = [quote, context, check, coverage, speaker, article, status]

/** All commands, in the order in which help shows them. */
export const commands: AnyCommand[] = [...asked, helpCommand(asked)]
