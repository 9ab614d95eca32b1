import { expect, it } from 'vitest'
import { searchedNote } from '../../src/replies/search-reply.ts'
import { statusReply } from '../../src/replies/status-reply.ts'
import { toTerminal } from '../../src/replies/terminal.ts'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000 - 1000).toISOString()
const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 30_000).toISOString()
const searched = { articles: 6, from: null, to: null, indexedAt: ago(2) }

it('status says how each source stands, in words', () => {
  const bell = {
    ...{ name: 'bell', succeededAt: ago(3), newStoryAt: ago(120), nextTryAt: ahead(12) },
    ...{ error: null, lateSince: null },
  }
  const wire = { ...bell, name: 'wire', newStoryAt: null, error: 'answered 503', lateSince: ago(600) }
  const status = { searched, passages: 9, quotations: 4, newest: null, outlets: [], sources: [bell, wire] }
  const said = toTerminal(statusReply(status), { columns: 200, colour: false }).split(/\s+/u).join(' ')
  expect(said).toContain(
    'bell last new story 2 hours ago; last reached 3 minutes ago; next try in 12 minutes',
  )
  expect(said).toContain(
    'wire LATE; no new story yet; last reached 3 minutes ago; next try in 12 minutes; answered 503',
  )
})

it('an answer says in one line which sources are late', () => {
  expect(searchedNote(searched)).toMatchObject({
    tone: 'aside',
    text: 'Searched 6 articles; indexed 2 minutes ago.',
  })
  expect(searchedNote({ ...searched, late: [{ source: 'bell', since: ago(600) }] })).toMatchObject({
    tone: 'warning',
    text: 'Searched 6 articles; indexed 2 minutes ago. Late, so the newest may be missing: bell (last heard from 10 hours ago).',
  })
})
