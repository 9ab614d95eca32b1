import { readWire } from '../../intake/formats/wire.ts'
import { offeredStory } from '../../intake/model/feed-item.ts'
import { emptySummary, type Summary, takeInAll } from '../../intake/store-stories.ts'
import { type Gear, originIn } from './poll.ts'
import { recordVisit } from './poll-once.ts'

/** Takes in what a content system delivers by itself, ninjs, NewsML-G2 or NITF; a Refusal says what is wrong with it. */
export async function deliver(source: string, text: string, gear: Gear): Promise<Summary> {
  const stories = readWire(text, source).map((offer) =>
    offeredStory(offer, { file: source, from: originIn(source, offer.id ?? offer.url ?? '') }),
  )
  const summary = emptySummary()
  await takeInAll(stories, gear.intake, summary)
  recordVisit(source, { summary, failure: null, wait: null }, gear)
  return summary
}
