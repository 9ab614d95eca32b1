// Tells Prometheus how much coverage there is, how fresh it is, and how its sources do.
import { Gauge, type Registry } from 'prom-client'
import type { Newsroom } from '../../newsroom/newsroom.ts'

/** Adds the gauges, and returns the function that sets them to how the coverage stands. */
export function addCoverageGauges({ read }: Newsroom, registry: Registry): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `readback_${name}`, help, labelNames, registers: [registry] })
  const articles = gauge('articles', 'Articles that may be quoted now')
  const indexed = gauge('indexed_timestamp_seconds', 'When the index was last brought up to date')
  const reached = gauge('source_reached_timestamp_seconds', 'When a source was last reached', ['source'])
  const newStory = gauge('source_new_story_timestamp_seconds', 'When a source last had a new story', [
    'source',
  ])
  const late = gauge('source_late', 'Whether a source is late', ['source'])
  return async () => {
    const { searched, sources } = await read.status()
    articles.set(searched.articles)
    indexed.set(secondsOf(searched.indexedAt))
    for (const { name: source, succeededAt, newStoryAt, lateSince } of sources) {
      late.set({ source }, lateSince === null ? 0 : 1)
      if (succeededAt) reached.set({ source }, secondsOf(succeededAt))
      if (newStoryAt) newStory.set({ source }, secondsOf(newStoryAt))
    }
  }
}

const secondsOf = (moment: string) => Date.parse(moment) / 1000
