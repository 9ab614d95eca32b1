// Starts the program with the words of the command line.
import { runCommandLine } from './adapters/terminal/cli.ts'

process.exitCode = await runCommandLine(process.argv.slice(2))
