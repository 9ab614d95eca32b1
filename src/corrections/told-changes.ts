// Remembers which changes people were told of in a place, so that many answers there get one word.
import type { MessageLocation } from './posted-answers.ts'
import type { StoryChange } from './reread-posted-answer.ts'

/** How long a word counts for the other answers in its place: those that could not be edited at once come later. */
const WORD_COUNTS_MS = 3_600_000

/** The changes that people were told of, by place and story. */
export type ToldChanges = {
  /** Tells whether people in a place were told all of these changes a short while ago. */
  areTold(location: MessageLocation, changes: StoryChange[]): boolean
  /** Notes that they are being told. */
  note(location: MessageLocation, changes: StoryChange[]): void
  /** Forgets what could not be told. */
  forget(location: MessageLocation, changes: StoryChange[]): void
}

/** Returns an empty memory of changes. Of each story it keeps the last word in a place: what is held again is told again. */
export function rememberToldChanges(now: () => Date): ToldChanges {
  const words = new Map<string, { change: string; at: number }>()
  const keyOf = ({ platform, channel, thread }: MessageLocation, change: StoryChange) =>
    JSON.stringify([platform, channel, thread, storyOf(change)])
  const isFresh = ({ at }: { at: number }) => now().getTime() - at < WORD_COUNTS_MS
  return {
    areTold: (location, changes) =>
      changes.every((change) => {
        const word = words.get(keyOf(location, change))
        return word !== undefined && isFresh(word) && word.change === JSON.stringify(change)
      }),
    note(location, changes) {
      for (const [key, word] of words) if (!isFresh(word)) words.delete(key)
      for (const change of changes)
        words.set(keyOf(location, change), { change: JSON.stringify(change), at: now().getTime() })
    },
    forget(location, changes) {
      for (const change of changes) words.delete(keyOf(location, change))
    },
  }
}

const storyOf = (change: StoryChange) =>
  change.kind === 'withheld' ? change.articleId : change.story.articleId
