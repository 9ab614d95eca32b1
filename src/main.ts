// Starts the program with the words of the command line.
import { runCommandLine } from './adapters/terminal/cli.ts'

// What it writes (archive, index, exports) is for its owner alone.
process.umask(0o077)
process.exitCode = await runCommandLine(process.argv.slice(2))
