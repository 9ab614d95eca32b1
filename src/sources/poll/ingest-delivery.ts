// Ingests the stories that a content system delivers to a webhook.
import { readWire } from '../../intake/formats/wire.ts'
import { storyFromItem } from '../../intake/model/feed-item.ts'
import { emptySummary, type IntakeSummary, storeStories } from '../../intake/store-stories.ts'
import { recordPoll } from './poll-once.ts'
import { originKey, type PollContext } from './poll-run.ts'

/**
 * Ingests a delivery in ninjs, NewsML-G2 or NITF, and records it as a poll of its source. Throws a Refusal
 * for a delivery that cannot be read.
 */
export async function ingestDelivery(
  source: string,
  text: string,
  context: PollContext,
): Promise<IntakeSummary> {
  const stories = readWire(text, source).map((item) =>
    storyFromItem(item, { file: source, from: originKey(source, item.id ?? item.url ?? '') }),
  )
  const summary = emptySummary()
  await storeStories(stories, context.intake, summary)
  recordPoll(source, { summary, failure: null, wait: null }, context)
  return summary
}
