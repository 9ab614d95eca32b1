import { type Offer, offeredStory } from '../../intake/model/feed-item.ts'
import { refuse, takeIn } from '../../intake/store-stories.ts'
import { takeListed } from './crawl-pages.ts'
import { originIn, type Round } from './poll.ts'

/** Takes in a story by the words that its source gives, or by those of its page. */
export async function takeOffer(offer: Offer, round: Round, fromPage = false): Promise<void> {
  const { url } = offer
  if (url && (fromPage || !offer.copy)) return takeListed({ ...offer, url }, round)
  await takeWhole(offer, round).catch(refuse(round.summary))
}

/** Takes in a story that comes with its words, unless it came just so before. */
async function takeWhole(offer: Offer, { source, records, intake, summary }: Round): Promise<void> {
  const { id, url, print } = offer
  const name = id ?? url ?? ''
  if (print !== null && records.print(name, source) === print) {
    summary.unchanged += 1
    return
  }
  const story = offeredStory(offer, { file: url ?? name, from: originIn(source, name) })
  summary[await takeIn(story, intake)] += 1
  if (print !== null) records.keepPrint(name, source, print)
}
