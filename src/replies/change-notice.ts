// Words the notice of what changed in a posted answer since it was posted.
import type { StoryChange } from '../corrections/reread-posted-answer.ts'
import { storyWithCorrection } from './phrases.ts'
import type { Reply } from './reply.ts'

/** Returns the notice of the changes to the stories of a posted answer; empty for no changes. */
export const changeNotice = (changes: StoryChange[]): Reply => changes.flatMap(changeNodes)

function changeNodes(change: StoryChange): Reply {
  const note: Reply = [{ kind: 'note', tone: 'warning', text: changeSentence(change) }]
  return change.kind === 'changed'
    ? [...note, { kind: 'citation', citation: change.story, alsoIn: [] }]
    : note
}

function changeSentence(change: StoryChange): string {
  switch (change.kind) {
    case 'corrected':
      return `Corrected since this was posted: ${storyWithCorrection(change.story)}`
    case 'changed':
      return 'Changed since this was posted: words quoted here are no longer in the story. Do not use them.'
    case 'reattributed':
      return `Attributed otherwise since this was posted: words quoted here ${change.speaker ? `are given as ${change.speaker}’s` : 'have no stated speaker any more'} in ${storyWithCorrection(change.story)}`
    case 'retracted':
      return `Retracted since this was posted, and not to be quoted: ${storyWithCorrection(change.story)}`
    case 'restored':
      return `May be quoted again: ${storyWithCorrection(change.story)}`
    case 'withheld':
      return 'Words quoted here may not be used at present: their story is held back.'
  }
}
