import { Refusal } from '../../errors.ts'
import { isGone } from '../../intake/fetch/fetch-error.ts'
import { PAGES } from '../../intake/fetch/fetch-url.ts'
import { readPage } from '../../intake/formats/html-page.ts'
import { storyOf } from '../../intake/model/build-story.ts'
import type { Stated } from '../../intake/model/extracted-story.ts'
import { bareOffer, type Offer } from '../../intake/model/feed-item.ts'
import { refuse, takeIn } from '../../intake/store-stories.ts'
import type { PageRecord } from '../state/source-records.ts'
import { checkNamed, fetchAgain, originIn, type Round } from './poll.ts'
import { noteGone } from './removed-pages.ts'

const DAY = 86_400_000
/** Pages are looked at again for a month: the older a story, the longer until the next time, a day at most. */
const AGE = 30 * DAY
const RARER = 3
/** Pages that are looked at again in one round. */
const AT_ONCE = 100

/** Takes in the page of an offer, where it is new here or its source says that it has changed. */
export async function takeListed(offer: Offer & { url: string }, round: Round): Promise<void> {
  const known = round.records.page(offer.url, round.source)
  if (known && known.mark === (offer.changed ?? '')) return
  await takePage(offer, known, round)
}

/** Looks again at the pages of a source whose time has come, changed or gone as they may be. */
export async function lookAgain(round: Round): Promise<void> {
  for (const page of dueAgain(round)) await takePage(bareOffer(page.url, page.mark || null), page, round)
}

/** The pages of a source that it is time to look at again, the one longest unseen first: a hundred at most. */
export function dueAgain({ records, source, every, now }: Round): PageRecord[] {
  const at = now().getTime()
  const young = records.pagesSince(source, new Date(at - AGE).toISOString())
  const due = young.filter(({ firstAt, seenAt }) => {
    const wait = Math.min(DAY, Math.max(every * 1000, (at - Date.parse(firstAt)) / RARER))
    return at - Date.parse(seenAt) >= wait
  })
  return due.slice(0, AT_ONCE)
}

async function takePage(
  offer: Offer & { url: string },
  known: PageRecord | null,
  round: Round,
): Promise<void> {
  const { url } = offer
  const at = round.now().toISOString()
  const record: PageRecord = {
    url,
    source: round.source,
    mark: offer.changed ?? '',
    firstAt: known?.firstAt ?? at,
    seenAt: at,
    goneAt: null,
  }
  try {
    await readOne(offer, round)
    round.records.keepPage(record)
  } catch (error) {
    if (isGone(error) && (await noteGone({ ...record, goneAt: known?.goneAt ?? null }, round))) return
    if (!isGone(error)) round.records.keepPage(record)
    refuse(round.summary)(error)
  }
}

async function readOne({ url, id, stated }: Offer & { url: string }, round: Round): Promise<void> {
  const { robots, records, intake, summary, source } = round
  checkNamed(url, round)
  if (!(await robots.allows(url))) throw new Refusal(url, 'robots.txt', 'does not allow it')
  await robots.pause(url)
  const document = await fetchAgain(url, round, PAGES)
  if (!document) {
    summary.unchanged += 1
    return
  }
  const copy = readPage(document.text, url)
  const facts = { url: document.url, ...stated(), ...definedOnly(copy.stated) }
  const story = storyOf(
    { ...copy, stated: facts },
    { file: url, ids: id ? [id] : [], from: originIn(source, url) },
  )
  summary[await takeIn(story, intake)] += 1
  records.keepValidators(document.url, document.validators)
}

/** What a page does state outweighs what its source lists; what it does not leaves that standing. */
const definedOnly = (stated: Stated): Stated =>
  Object.fromEntries(Object.entries(stated).filter(([, value]) => isStated(value)))

const isStated = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
