// Examines a set-up: settings, tokens, reachability, disk, clock, permissions; what is wrong, and how to mend it.
import type { AnyCommand } from '../../../commands/command.ts'
import type { Config } from '../../config.ts'
import { dataChecks, type Look } from './data-checks.ts'
import { discordChecks } from './discord-checks.ts'
import { type Finding, findAll } from './finding.ts'
import { slackChecks } from './slack-checks.ts'
import { webChecks } from './web-checks.ts'

/** Returns the findings on a configuration; `look` opens its newsroom. Changes nothing. */
export const examine = (config: Config, commands: AnyCommand[], look: Look): Promise<Finding[]> =>
  findAll([
    ...dataChecks(config.data, look),
    ...webChecks(config),
    ...slackChecks(config.slack),
    ...discordChecks(config.discord, commands),
  ])
