import { setTimeout } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { SourcesConfig } from '../../../src/sources/config/source.ts'
import { openPollContext } from '../../../src/sources/poll/poll-context.ts'
import { startPolling } from '../../../src/sources/poll/poll-loop.ts'
import { document, site } from '../../intake/fetch/site.ts'
import { linesOf } from '../../story.ts'
import { rss } from '../polling-desk.ts'

it('a source that is asked every month is asked once', async () => {
  const bell = await site({ '/feed': document('text/xml', rss()) })
  const sources = SourcesConfig.parse({
    inside: [bell.host],
    sources: [{ name: 'bell', kind: 'feed', url: bell.at('/feed'), every: '30d' }],
  })
  const db = openDatabase(':memory:')
  const intake = { archive: openSqliteArchive(db), read: linesOf, onKept: async () => {} }
  const made = vi.fn()
  startPolling(sources, openPollContext({ db, sources, intake }), { info: made, warn: made })
  await vi.waitFor(() => expect(made).toHaveBeenCalled())
  await setTimeout(50)
  expect(made.mock.calls).toEqual([[{ source: 'bell', added: 0, changed: 0, refused: 0 }, 'round made']])
})
