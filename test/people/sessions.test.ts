import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSessions, SESSION_SECONDS } from '../../src/people/sessions.ts'

const INES = { name: 'ines', groups: ['desk'] }

function open() {
  const clock = { now: new Date('2026-02-04T06:00:00Z') }
  const db = openDatabase(':memory:')
  return { clock, db, sessions: openSessions(db, () => clock.now) }
}

describe('sessions', () => {
  it('are found by a secret that is kept nowhere', () => {
    const { db, sessions } = open()
    const secret = sessions.start(INES, 'oidc')
    expect(sessions.find(secret)).toMatchObject({ ...INES, way: 'oidc' })
    expect(sessions.find(`${secret}x`)).toBeNull()
    expect(JSON.stringify(db.prepare('SELECT * FROM sessions').all())).not.toContain(secret)
  })

  it('last a week', () => {
    const { clock, sessions } = open()
    const secret = sessions.start(INES, 'oidc')
    clock.now = new Date(clock.now.getTime() + (SESSION_SECONDS - 1) * 1000)
    expect(sessions.find(secret)).not.toBeNull()
    clock.now = new Date(clock.now.getTime() + 1000)
    expect(sessions.find(secret)).toBeNull()
    expect(sessions.list()).toEqual([])
  })

  it('end alone, or all of a person', () => {
    const { sessions } = open()
    const [one, other] = [sessions.start(INES, 'oidc'), sessions.start(INES, 'oidc')]
    const hers = sessions.start({ name: 'mara', groups: [] }, 'oidc')
    sessions.end(one)
    expect([sessions.find(one), sessions.find(other)?.name]).toEqual([null, 'ines'])
    expect(sessions.endAll('ines')).toBe(1)
    expect([sessions.find(other), sessions.find(hers)?.name]).toEqual([null, 'mara'])
  })

  it('tell when they were used last', () => {
    const { clock, sessions } = open()
    const secret = sessions.start(INES, 'oidc')
    clock.now = new Date('2026-02-04T07:00:00Z')
    sessions.find(secret)
    expect(sessions.list()).toMatchObject([
      { startedAt: '2026-02-04T06:00:00.000Z', seenAt: '2026-02-04T07:00:00.000Z' },
    ])
  })
})
