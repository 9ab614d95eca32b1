import { Hono } from 'hono'
import type { Newsroom } from '../../newsroom.ts'
import { count } from '../../replies/phrases.ts'

/** What a supervisor asks: is it alive, with how many sources late, and can it answer. Neither tells anything of the coverage. */
export const health = (newsroom: Newsroom) =>
  new Hono()
    .get('/healthz', async (c) => c.text(`alive${await lateness(newsroom)}`))
    .get('/readyz', async (c) => {
      const ready = await newsroom.status().then(
        () => true,
        () => false,
      )
      return ready ? c.text('ready') : c.text('not ready', 503)
    })

/** How many sources are late, but not which; nothing where none is, or where nobody can say. */
const lateness = (newsroom: Newsroom) =>
  newsroom.status().then(
    ({ searched: { late = [] } }) => (late.length ? `; ${count(late.length, 'source')} late` : ''),
    () => '',
  )
