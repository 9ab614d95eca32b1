// Fetches the pages of stories, and fetches recent ones again for changes.
import { DAY_MS } from '../../durations.ts'
import { Refusal } from '../../errors.ts'
import { isPageGone } from '../../intake/fetch/fetch-error.ts'
import { HTML_TYPES } from '../../intake/fetch/fetch-url.ts'
import { readPage } from '../../intake/formats/html-page.ts'
import { buildStory } from '../../intake/model/build-story.ts'
import type { UncheckedFacts } from '../../intake/model/extracted-story.ts'
import { type FeedItem, pageItem } from '../../intake/model/feed-item.ts'
import { countRefusal, storeStory } from '../../intake/store-stories.ts'
import type { PageRecord } from '../state/source-records.ts'
import { checkNamedUrl, fetchIfChanged, originKey, type PollRun } from './poll-run.ts'
import { recordMissingPage } from './removed-pages.ts'

/**
 * Pages are fetched again for 30 days after they were first seen. The wait grows with the age of the page: a
 * third of it, at least the polling interval of the source, and at most a day.
 */
const RECHECK_WINDOW_MS = 30 * DAY_MS
const RECHECK_AGE_DIVISOR = 3
/** The most pages that are fetched again in one poll. */
const MAX_RECHECKS_PER_POLL = 100

/** Ingests the page of an item where the page is new, or where the source states a change. */
export async function ingestListedPage(item: FeedItem & { url: string }, run: PollRun): Promise<void> {
  const known = run.records.page(item.url, run.source)
  if (known && known.mark === (item.changed ?? '')) return
  await ingestPage(item, known, run)
}

/** Fetches the pages of a source again that are due, and records those that have changed or are gone. */
export async function recheckPages(run: PollRun): Promise<void> {
  for (const page of pagesDue(run)) await ingestPage(pageItem(page.url, page.mark || null), page, run)
}

/**
 * Returns the pages of a source that are due to be fetched again, those longest unseen first, at most
 * MAX_RECHECKS_PER_POLL.
 */
export function pagesDue({ records, source, every, now }: PollRun): PageRecord[] {
  const at = now().getTime()
  const recent = records.pagesSince(source, new Date(at - RECHECK_WINDOW_MS).toISOString())
  const due = recent.filter(({ firstAt, seenAt }) => {
    const wait = Math.min(DAY_MS, Math.max(every * 1000, (at - Date.parse(firstAt)) / RECHECK_AGE_DIVISOR))
    return at - Date.parse(seenAt) >= wait
  })
  return due.slice(0, MAX_RECHECKS_PER_POLL)
}

async function ingestPage(
  item: FeedItem & { url: string },
  known: PageRecord | null,
  run: PollRun,
): Promise<void> {
  const { url } = item
  const at = run.now().toISOString()
  const record: PageRecord = {
    url,
    source: run.source,
    mark: item.changed ?? '',
    firstAt: known?.firstAt ?? at,
    seenAt: at,
    goneAt: null,
  }
  try {
    await fetchAndStorePage(item, run)
    run.records.keepPage(record)
  } catch (error) {
    if (isPageGone(error) && (await recordMissingPage({ ...record, goneAt: known?.goneAt ?? null }, run)))
      return
    if (!isPageGone(error)) run.records.keepPage(record)
    countRefusal(run.summary)(error)
  }
}

async function fetchAndStorePage(
  { url, id, stated }: FeedItem & { url: string },
  run: PollRun,
): Promise<void> {
  const { robots, records, intake, summary, source } = run
  checkNamedUrl(url, run)
  if (!(await robots.allows(url))) throw new Refusal(url, 'robots.txt', 'does not allow it')
  await robots.pause(url)
  const document = await fetchIfChanged(url, run, HTML_TYPES)
  if (!document) {
    summary.unchanged += 1
    return
  }
  const extracted = readPage(document.text, url)
  const facts = { url: document.url, ...stated(), ...definedOnly(extracted.stated) }
  const story = buildStory(
    { ...extracted, stated: facts },
    { file: url, ids: id ? [id] : [], from: originKey(source, url) },
  )
  summary[await storeStory(story, intake)] += 1
  records.keepValidators(document.url, document.validators)
}

/**
 * Returns the facts that a page states. They replace those that its source lists; a fact that the page does
 * not state is taken from the source’s list.
 */
const definedOnly = (stated: UncheckedFacts): UncheckedFacts =>
  Object.fromEntries(Object.entries(stated).filter(([, value]) => isStated(value)))

const isStated = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
