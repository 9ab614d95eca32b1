// Defines what the doctor finds, and words it.
import { UserError } from '../../errors.ts'
import { failureMessage } from './probe.ts'

/** One finding: what it is about, what was found and, where something is to be mended, how. */
export type Finding = {
  about: string
  state: 'fine' | 'warning' | 'wrong'
  found: string
  mend?: string
}

/** What a check finds; `about` where that is not the matter of the check. */
export type Found = Omit<Finding, 'about'> & { about?: string }

/** A check of one matter; what it throws becomes a finding. */
export type Check = { about: string; look: () => Promise<Found[]> }

export const fine = (found: string) => ({ state: 'fine', found }) as const
export const warning = (found: string, mend: string) => ({ state: 'warning', found, mend }) as const
export const wrong = (found: string, mend: string) => ({ state: 'wrong', found, mend }) as const

/** Runs every check, all at once, and returns their findings in the order of the checks. */
export async function findAll(checks: Check[]): Promise<Finding[]> {
  const found = await Promise.all(
    checks.map(async ({ about, look }) => {
      const findings = await look().catch((failure: unknown): Found[] => [
        failure instanceof UserError
          ? { state: 'wrong', found: failure.message }
          : wrong(failureMessage(failure), 'See whether this machine may connect there.'),
      ])
      return findings.map((finding) => ({ about, ...finding }))
    }),
  )
  return found.flat()
}

const SIGNS = { fine: '✓', warning: '!', wrong: '✗' }

/** Returns the findings as lines: a sign, what it is about, what was found, and how to mend it. */
export const findingLines = (findings: Finding[]): string =>
  findings
    .map(
      ({ about, state, found, mend }) => `${SIGNS[state]} ${about}: ${found}${mend ? `\n    ${mend}` : ''}`,
    )
    .join('\n')
