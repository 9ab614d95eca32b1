// Adds the commands by which an operator sees who is signed in and what was decided by hand.
import type { Command } from 'commander'
import type { AuditEntry } from '../../archive/audit-log.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Session } from '../../people/sessions.ts'
import { count } from '../../replies/phrases.ts'
import { sanitizeLine } from '../../replies/sanitize-text.ts'

type Open = (use: (newsroom: Newsroom) => Promise<void>) => Promise<void>

/** Entries of the audit log that are printed, unless another number is asked for. */
const ENTRIES_SHOWN = '100'

/** Adds `sessions` and `audit`. */
export function addPeopleCommands(program: Command, open: Open): void {
  program
    .command('sessions')
    .description('show who is signed in to the reader, or end all sessions of one of them')
    .option('--end <name>', 'whose sessions to end')
    .option('--json', 'the sessions as JSON')
    .action(({ end, json = false }: { end?: string; json?: boolean }) =>
      open(async ({ people: { sessions } }) => {
        if (end) console.log(`${count(sessions.endAll(end), 'session')} ended.`)
        else console.log(json ? JSON.stringify(sessions.list()) : linesOf(sessions.list(), sessionLine))
      }),
    )
  program
    .command('audit')
    .description('show what was decided and erased by hand: when, by whom, and why')
    .option('--most <number>', 'how many entries, the newest first', ENTRIES_SHOWN)
    .option('--json', 'the entries as JSON')
    .action(({ most, json = false }: { most: string; json?: boolean }) =>
      open(async ({ people }) => {
        const entries = people.audit(Math.max(1, Number(most) || Number(ENTRIES_SHOWN)))
        console.log(json ? JSON.stringify(entries) : linesOf(entries, entryLine))
      }),
    )
}

const linesOf = <T>(all: T[], line: (one: T) => string) =>
  all.length ? all.map((one) => sanitizeLine(line(one))).join('\n') : 'There are none.'

const sessionLine = ({ name, startedAt, seenAt, expiresAt }: Session) =>
  `${name}: since ${startedAt}, last seen ${seenAt}, until ${expiresAt}`

const entryLine = ({ at, by, ruling, articleId, reason }: AuditEntry) =>
  `${at} ${ruling} ${articleId} by ${by}: ${reason}`
