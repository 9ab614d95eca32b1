import article from './article.ts'
import check from './check.ts'
import type { AnyCommand } from './command.ts'
import context from './context.ts'
import coverage from './coverage.ts'
import { helpOn } from './help.ts'
import quote from './quote.ts'
import speaker from './speaker.ts'
import status from './status.ts'

const asked: AnyCommand[] = [quote, context, check, coverage, speaker, article, status]

/** Everything people can ask, in the order that help shows it. */
export const commands: AnyCommand[] = [...asked, helpOn(asked)]
