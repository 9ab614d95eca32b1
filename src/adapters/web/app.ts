import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { clientOf, letIn } from './access.ts'
import { assets } from './assets.ts'
import { failed, missing } from './failure.ts'
import { headers, uncached } from './headers.ts'
import { health } from './health.ts'
import { pages } from './pages.ts'
import { limitRate } from './rate.ts'
import { requests } from './requests.ts'
import type { Setting } from './setting.ts'
import { signIn } from './sign-in.ts'

/** More than the longest draft in any script, encoded as a form. */
const MOST_BYTES = 600_000

/** The reader: what anyone may fetch first, then what only those who are let in may. */
export function createReader(setting: Setting): Hono {
  const { newsroom, web, log } = setting
  const app = new Hono()
  app.use(requests(log), headers, uncached)
  app.onError((failure, c) => failed(failure, c, log))
  app.notFound(missing)

  app.route('/', health(newsroom))
  app.route('/', assets)
  app.use(limitRate({ perMinute: web.requestsPerMinute, client: (c) => clientOf(c, web) }))
  app.use(bodyLimit({ maxSize: MOST_BYTES }))
  app.route('/', signIn(web))
  app.use(letIn(web))
  app.route('/', pages(setting))
  return app
}
