import type { Attribution } from './attribute.ts'

/** How sure an attribution is, from 0 to 1. */
export function confidenceOf({
  mentionSure,
  nameSure,
  speaker,
}: Pick<Attribution, 'mentionSure' | 'nameSure' | 'speaker'>): number {
  return mentionSure * (speaker === null ? 1 : nameSure)
}
