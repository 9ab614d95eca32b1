// Compares our clock with others': signatures are valid for five minutes, and embargoes end at an instant.
import { type Found, wrong } from './finding.ts'

/** Seconds by which clocks may differ. */
const MAX_SKEW_SECONDS = 60

/** Returns a finding where their clock differs from ours; none where it does not, or where they tell no time. */
export function clockFinding(skew: number | null): Found[] {
  if (skew === null || Math.abs(skew) <= MAX_SKEW_SECONDS) return []
  const how = `${Math.abs(skew)} seconds ${skew > 0 ? 'behind' : 'ahead of'} theirs`
  return [
    wrong(
      `our clock is ${how}`,
      'Set it by the network (timedatectl set-ntp true): signatures and embargoes depend on it.',
    ),
  ]
}
