// Serves the health checks for a supervisor.
import { Hono } from 'hono'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { count } from '../../replies/phrases.ts'

/** Returns `/healthz` (alive, with the number of late sources) and `/readyz` (able to answer); neither shows coverage. */
export const healthRoutes = (newsroom: Newsroom) =>
  new Hono()
    .get('/healthz', async (c) => c.text(`alive${await lateSourcesText(newsroom)}`))
    .get('/readyz', async (c) => {
      const ready = await newsroom.read.status().then(
        () => true,
        () => false,
      )
      return ready ? c.text('ready') : c.text('not ready', 503)
    })

/** Returns the number of late sources in words, but not which; empty for none or where the status is not available. */
const lateSourcesText = (newsroom: Newsroom) =>
  newsroom.read.status().then(
    ({ searched: { late = [] } }) => (late.length ? `; ${count(late.length, 'source')} late` : ''),
    () => '',
  )
