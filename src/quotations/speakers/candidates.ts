import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { Scene } from './scene.ts'

/** How many mentions before and after a quotation may be its speaker, and how many words away. */
const BEFORE = 20
const AFTER = 9
const WORDS_BEFORE = 220
const WORDS_AFTER = 60

/** The mentions near the word at `at` that may name who speaks there, in the order of the text. */
export function candidatesFor(scene: Scene, at: number, extra: Mention | undefined): Mention[] {
  const { mentions } = scene
  const middle = mentionIndex(mentions, at)
  const before: Mention[] = []
  for (let i = middle - 1; i >= 0 && before.length < BEFORE; i--) {
    const mention = mentions[i] as Mention
    if (at - mention.head > WORDS_BEFORE) break
    if (maySpeak(mention, at)) before.unshift(mention)
  }
  const ended = /\.['’”"]?$/.test(scene.words[at]?.text ?? '')
  const after: Mention[] = []
  for (let i = middle; i < mentions.length && after.length < AFTER; i++) {
    const mention = mentions[i] as Mention
    if (mention.head - at > WORDS_AFTER) break
    if (maySpeak(mention, at) && !(ended && introduces(scene, mention))) after.push(mention)
  }
  const carried = extra && !before.includes(extra) && !after.includes(extra) ? [extra] : []
  return [...carried, ...before, ...after]
}

/** `“It leaks.” Pine said, “Fix it.”`: after a full stop, a said-clause that leads on to more is of what follows. */
function introduces({ words, tags }: Scene, { from, to }: Mention): boolean {
  const isClause = tags[to + 1] === 'cue' || tags[from - 1] === 'cue'
  const end = tags[to + 1] === 'cue' ? to + 2 : to + 1
  return isClause && /^[,:]$/.test(words[end]?.text ?? '') && tags[end + 1] === 'quotation'
}

function maySpeak({ modifies, from, to }: Mention, at: number): boolean {
  return !modifies && !(from <= at && at <= to)
}
