// Adds the commands by which an editor decides on a story: hold, kill, retract, release, correct.
import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { Article } from '../../archive/article.ts'
import type { Ruling } from '../../archive/decision.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { sanitizeLine } from '../../replies/sanitize-text.ts'

const RULING_DESCRIPTIONS: Record<Ruling, string> = {
  hold: 'hold a story back until it is released: it leaves every answer',
  kill: 'kill a story: it leaves every answer',
  retract: 'retract a story: it is named as retracted, with the reason, and never quoted',
  release: 'end a hold, a kill or a retraction: the source’s own word holds again; a correction stays',
  correct: 'put a correction, the reason, on every answer that quotes a story',
  uncorrect: 'take a correction back that was made by hand',
}

type RulingOptions = { reason: string; by: string }

/** Adds a command for each ruling: `hold ID --reason WHY --by NAME`. It prints how the story stands afterwards. */
export function addRulingCommands(
  program: Command,
  open: (use: (newsroom: Newsroom) => Promise<void>) => Promise<void>,
): void {
  for (const [ruling, description] of Object.entries(RULING_DESCRIPTIONS) as [Ruling, string][])
    program
      .command(ruling)
      .description(description)
      .argument('<article>', 'its id or its address')
      .requiredOption('--reason <words>', 'why, for the log and, where it is published, for readers')
      .option('--by <name>', 'who decided it', userInfo().username)
      .action((named: string, { reason, by }: RulingOptions) =>
        open(async (newsroom) =>
          console.log(standingLine(await newsroom.intake.decide(named, { ruling, reason, by }))),
        ),
      )
}

const STANDING_PHRASES = {
  quotable: 'may be quoted',
  retracted: 'is named as retracted and not quoted',
  withheld: 'is in no answer',
}

function standingLine(article: Article): string {
  const held = quotabilityOf(article, new Date())
  const because = held === 'withheld' ? ` (${article.embargoUntil ?? article.status})` : ''
  const corrected =
    held === 'quotable' && article.correction ? `, with the correction: ${article.correction}` : '.'
  return sanitizeLine(`${article.headline} [${article.id}] ${STANDING_PHRASES[held]}${because}${corrected}`)
}
