// Defines the command line: every command of commands/, and what operators run.

import { Command, CommanderError } from 'commander'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { commands } from '../../../commands/index.ts'
import { checkInput, readInput } from '../../../commands/read-input.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { type Config, readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { type Newsroom, openNewsroom } from '../../newsroom/newsroom.ts'
import { sanitizeText } from '../../replies/sanitize-text.ts'
import { toTerminal } from '../../replies/terminal.ts'
import { failureSentence } from '../failure-sentence.ts'
import { openLog } from '../log.ts'
import { addArchiveCommands } from './archive-commands.ts'
import { answerBatch } from './batch-command.ts'
import { ingest } from './ingest-command.ts'
import { addPeopleCommands } from './people-commands.ts'
import { extractQuotations, readOver } from './quotations-command.ts'
import { addRulingCommands } from './ruling-commands.ts'
import { terminalOf } from './terminal-size.ts'

type CommandOptions = Record<string, string> & { json?: boolean }

/** Runs the words of the command line, and returns the exit code. Without words it runs the adapters and the prompt. */
export async function runCommandLine(words: string[]): Promise<number> {
  const log = openLog()
  try {
    const config = readConfig()
    log.level = config.logLevel
    return await run(program({ config, log }), words)
  } catch (failure) {
    console.error(sanitizeText(failureSentence(failure, log)))
    return 1
  }
}

async function run(
  { program, exitCode }: { program: Command; exitCode: () => number },
  words: string[],
): Promise<number> {
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode()
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode
    throw failure
  }
}

/**
 * Builds the program: every command of `commands/` with its options, and the operator's commands. A platform's library
 * is loaded only by the commands that need it, so that a question in the terminal does not wait for it.
 */
function program(context: { config: Config; log: Logger }) {
  let code = 0
  const open = async <T>(use: (newsroom: Newsroom) => Promise<T>, how: OpenOptions = {}): Promise<T> => {
    const newsroom = await openNewsroom({ ...context.config, ...how }, context.log)
    if (newsroom.read.isSample()) console.error(SAMPLE_NOTE)
    try {
      return await use(newsroom)
    } finally {
      await newsroom.close()
    }
  }

  const toAsk: OpenToAsk = (use, how) => open(use, { sample: program.opts().sample, ...how })
  const program = new Command('readback')
    .description(PROGRAM_DESCRIPTION)
    .version(packageJson.version)
    .option('--no-sample', 'answer with nothing, not with the sample, where there is no coverage yet')
    .exitOverride()
  program.argument('[command]').action(async (unknown?: string) => {
    if (unknown) throw new UserError(`There is no command “${unknown}”. Use --help to see those there are.`)
    const { serve } = await import('./serve.ts')
    await toAsk((newsroom) => serve({ ...context, newsroom, commands }), { threads: true })
  })
  for (const command of commands) addCommand(program, command, toAsk)
  addRulingCommands(program, open)
  addArchiveCommands(program, context.config, open)
  addPeopleCommands(program, open)

  program
    .command('ingest')
    .description('take in files and folders (.txt, .md, .html, .json, .xml) and addresses')
    .argument('<paths...>')
    .option('--dry-run', 'only show what would be read; nothing is kept')
    .option('--json', 'what would be read, as JSON')
    .action(async (paths: string[], { dryRun, json = false }: { dryRun?: boolean; json?: boolean }) => {
      if (!dryRun) {
        code = await open((newsroom) => ingest(newsroom, paths))
        return
      }
      const { printPreviews } = await import('./ingest-preview.ts')
      code = await printPreviews(paths, context.config.data, json)
    })
  program
    .command('doctor')
    .description(
      'examine settings, tokens, reachability, disk, clock and permissions: what is wrong, and how to mend it',
    )
    .option('--json', 'the findings as JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { examine } = await import('../doctor/doctor.ts')
      const { findingLines } = await import('../doctor/finding.ts')
      const findings = await examine(context.config, commands, open)
      console.log(json ? JSON.stringify(findings) : sanitizeText(findingLines(findings)))
      code = findings.some(({ state }) => state === 'wrong') ? 1 : 0
    })
  program
    .command('mcp')
    .description('answer an assistant on stdin and stdout, by the Model Context Protocol')
    .action(async () => {
      const { serveMcpOnStdio } = await import('../mcp/serve.ts')
      await toAsk((newsroom) => serveMcpOnStdio({ newsroom, commands, log: context.log }))
    })
  program
    .command('quotations')
    .description('show what is found in a raw text file, or in each .txt of a folder')
    .argument('<path>')
    .option('--json', 'as JSON, instead of a text to read over')
    .option('--out <dir>', 'where the JSON files of a folder go')
    .action(async (path: string, { out, json }: { out?: string; json?: boolean }) => {
      const { sureEnough } = context.config
      const found =
        json || out
          ? await extractQuotations(path, { out, sureEnough })
          : await readOver(path, { terminal: terminalOf(process.stdout), sureEnough })
      if (found) console.log(found)
    })
  program
    .command('batch')
    .description('answer every line {"id","command","text"} of a JSONL file')
    .argument('<file>')
    .requiredOption('--out <file>', 'where the lines {"id","answer"} go, or {"id","error"}')
    .action((from: string, { out: to }: { out: string }) =>
      toAsk(async (newsroom) => {
        const refused = await answerBatch(newsroom, commands, { from, to })
        if (refused)
          console.error(`${refused} of the questions were refused: each has its line with an "error".`)
      }),
    )
  program
    .command('register')
    .description('register the commands with Discord, where anything is different')
    .option('--dry-run', 'only show what is different')
    .option('--guild <id>', 'in this server alone, where they appear at once')
    .action(async (options: { dryRun?: boolean; guild?: string }) => {
      const { registerCommands } = await import('./register-command.ts')
      console.log(await registerCommands(commands, context.config.discord, options))
    })
  program
    .command('manifest')
    .description('print the manifest that makes a Slack app of Readback')
    .option('--http', 'for requests that Slack makes, instead of Socket Mode')
    .action(async ({ http = false }: { http?: boolean }) => {
      const { printedManifest } = await import('../slack/manifest.ts')
      console.log(printedManifest(commands, manifestOptions(context.config, http)))
    })
  return { program, exitCode: () => code }
}

/** The public URL in a printed manifest where none is configured. */
const PLACEHOLDER_PUBLIC_URL = 'https://readback.example.org'

const manifestOptions = ({ slackApp, publicUrl }: Config, http: boolean) => ({
  ...slackApp,
  requests: http ? (publicUrl ?? PLACEHOLDER_PUBLIC_URL) : null,
})

/** How a newsroom is opened for a command. */
type OpenOptions = { threads?: boolean; sample?: boolean }
/** Opens the newsroom for questions: over the sample, where there is no coverage yet. */
type OpenToAsk = (use: (newsroom: Newsroom) => Promise<void>, how?: OpenOptions) => Promise<void>

const SAMPLE_NOTE =
  'There is no coverage of your own yet: the answers are from the sample, stories of an invented town, kept in memory. Take yours in with: npm run -s readback -- ingest PATH. Without the sample: --no-sample.'

const PROGRAM_DESCRIPTION =
  'Reads the coverage back: word for word, with who said it and where. Without a command: a prompt.'

function addCommand(
  program: Command,
  command: AnyCommand,
  open: (use: (newsroom: Newsroom) => Promise<void>) => Promise<void>,
): void {
  const sub = program.command(command.name).description(command.description).argument('[words...]')
  sub.option('--json', 'the result as JSON')
  sub.option('--today <day>', 'ask as of a day (2026-02-04), before later stories came out')
  for (const [name, option] of Object.entries(command.options))
    if (!option.free) sub.option(`--${name} <${option.kind}>`, option.description)
  sub.action((words: string[], { json, today, ...typed }: CommandOptions) =>
    open(async (opened) => {
      const newsroom = today ? opened.asOf(dayOf(today)) : opened
      const input = checkInput(command, { ...readInput(command, words.map(asTyped).join(' ')), ...typed })
      const result = await command.ask(newsroom, input)
      console.log(
        json ? JSON.stringify(result) : toTerminal(command.reply(result), terminalOf(process.stdout)),
      )
    }),
  )
}

/** Returns the day that `--today` names; throws a UserError where it is none. */
function dayOf(text: string): string {
  const day = z.iso.date().safeParse(text)
  if (day.success) return day.data
  throw new UserError(`--today: "${text}" is no day. Write it like 2026-02-04.`)
}

/** Restores the quotation marks that the shell removes from a word: `speaker:"the harbour master"`. */
const asTyped = (word: string) => word.replace(/^([a-z]+:)([^"]*\s[^"]*)$/s, '$1"$2"')
