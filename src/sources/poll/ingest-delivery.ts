// Ingests the stories that a content system delivers to a webhook.
import { decodeDocument } from '../../intake/fetch/charset.ts'
import { readWire } from '../../intake/formats/wire.ts'
import { nameOfItem, storyFromItem } from '../../intake/model/feed-item.ts'
import { emptySummary, type IntakeSummary, storeStories } from '../../intake/store-stories.ts'
import { recordPoll } from './poll-once.ts'
import { originKey, type PollContext } from './poll-run.ts'

/** The body of a delivery, and the `charset` of its content type, if it states one. */
export type Delivery = { bytes: Uint8Array; charset: string | null }

/**
 * Ingests a delivery in ninjs, NewsML-G2 or NITF, and records it as a poll of its source. Throws a Refusal
 * for a delivery that cannot be read.
 */
export async function ingestDelivery(
  source: string,
  { bytes, charset }: Delivery,
  context: PollContext,
): Promise<IntakeSummary> {
  const stories = readWire(decodeDocument(bytes, charset, source), source).map((item) =>
    storyFromItem(item, { file: source, from: originKey(source, nameOfItem(item, source)) }),
  )
  const summary = emptySummary()
  await storeStories(stories, context.intake, summary)
  recordPoll(source, { summary, failure: null, wait: null }, context)
  const [refused] = summary.refused
  if (refused && summary.refused.length === stories.length) throw refused
  return summary
}
