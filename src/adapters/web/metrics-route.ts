// Serves the metrics to Prometheus.
import { Hono } from 'hono'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { addCoverageGauges } from '../metrics/coverage-gauges.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** Returns `/metrics`, in the text format of Prometheus. */
export function metricsRoute(newsroom: Newsroom, { registry }: Metrics): Hono {
  const readCoverage = addCoverageGauges(newsroom, registry)
  return new Hono().get('/metrics', async (c) => {
    await readCoverage()
    c.header('Content-Type', registry.contentType)
    return c.body(await registry.metrics())
  })
}
