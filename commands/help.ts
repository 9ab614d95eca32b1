// Defines the command that shows what can be asked.
import { z } from 'zod'
import type { Reply } from '../src/replies/reply.ts'
import { type AnyCommand, defineCommand } from './command.ts'

/** The commands that can be asked, with an example each, and how a question is narrowed. */
const Help = z.object({
  commands: z.array(z.object({ name: z.string(), description: z.string(), example: z.string() })),
  filters: z.string(),
})

/** Returns the help command for a list of commands. */
export const helpCommand = (commands: AnyCommand[]): AnyCommand =>
  defineCommand({
    name: 'help',
    description: 'Show what can be asked',
    examples: [''],
    options: {},
    result: Help,
    ask: async () => ({
      commands: commands.map(({ name, description, examples }) => ({
        name,
        description,
        example: examples[0] ?? '',
      })),
      filters: filtersHint(commands[0]?.name ?? ''),
    }),
    reply: ({ commands, filters }): Reply => [
      { kind: 'heading', text: 'What you can ask' },
      {
        kind: 'list',
        items: commands.map(({ name, description, example }) => ({
          term: `/${name}`,
          text: example ? `${description}: /${name} ${example}` : description,
        })),
      },
      { kind: 'note', tone: 'aside', text: filters },
    ],
  })

const filtersHint = (name: string) =>
  `Narrow a question with speaker:, outlet:, author:, article:, after: and before:, as in /${name} please speaker:Homan after:2026-02-01. Words in quotation marks are looked for exactly; -word leaves out what has it, OR and AND join alternatives. In a terminal, put -- before a question with -word. In a conversation, “what about Homan?”, “and last week?” and “is that right?” go on from what was asked or said before.`
