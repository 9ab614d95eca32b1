import { Hono } from 'hono'
import type { Newsroom } from '../../newsroom.ts'

/** What a supervisor asks: is it alive, and can it answer. Neither tells anything of the coverage. */
export const health = (newsroom: Newsroom) =>
  new Hono()
    .get('/healthz', (c) => c.text('alive'))
    .get('/readyz', async (c) => {
      const ready = await newsroom.status().then(
        () => true,
        () => false,
      )
      return ready ? c.text('ready') : c.text('not ready', 503)
    })
