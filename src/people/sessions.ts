// Keeps the sessions of people who signed in: in the archive's database, by a hash of the secret in their cookie.
import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { openStatements, type Row } from '../archive/statements.ts'
import type { Person } from './roles.ts'

/** A session: who has it, how they signed in (`oidc`, or the print of the token), and until when it lasts, as ISO instants. */
export type Session = Person & { way: string; startedAt: string; seenAt: string; expiresAt: string }

export type Sessions = {
  /** Starts a session, and returns its secret: 43 characters, kept nowhere here. */
  start(person: Person, way: string): string
  /** Returns the session of a secret; null where there is none, or none any more. */
  find(secret: string): Session | null
  /** Ends the session of a secret. */
  end(secret: string): void
  /** Ends every session of a person, and returns how many there were. */
  endAll(name: string): number
  /** Returns the sessions that last, the newest first. */
  list(): Session[]
}

/** A session lasts a week, whatever is done in it. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60
/** How exact it is kept when a session was used last, in milliseconds: a request should seldom write. */
const SEEN_STEP_MS = 60_000
const SECRET_BYTES = 32

/** Opens the sessions of a database. */
export function openSessions(db: DatabaseSync, now: () => Date): Sessions {
  const { all, get, run } = openStatements(db)
  const later = (seconds: number) => new Date(now().getTime() + seconds * 1000).toISOString()

  return {
    start({ name, groups }, way) {
      run('DELETE FROM sessions WHERE expires_at <= ?', now().toISOString())
      const secret = randomBytes(SECRET_BYTES).toString('base64url')
      const started = now().toISOString()
      run(
        'INSERT INTO sessions (print, person, groups, way, started_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[printOf(secret), name, JSON.stringify(groups), way, started, started, later(SESSION_SECONDS)],
      )
      return secret
    },
    find(secret) {
      const print = printOf(secret)
      const row = get('SELECT * FROM sessions WHERE print = ? AND expires_at > ?', print, now().toISOString())
      if (!row) return null
      if (now().getTime() - Date.parse(String(row.seen_at)) >= SEEN_STEP_MS)
        run('UPDATE sessions SET seen_at = ? WHERE print = ?', now().toISOString(), print)
      return sessionOf(row)
    },
    end: (secret) => void run('DELETE FROM sessions WHERE print = ?', printOf(secret)),
    endAll: (name) => all('DELETE FROM sessions WHERE person = ? RETURNING print', name).length,
    list: () =>
      all('SELECT * FROM sessions WHERE expires_at > ? ORDER BY started_at DESC', now().toISOString()).map(
        sessionOf,
      ),
  }
}

const printOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const sessionOf = (row: Row): Session => ({
  name: String(row.person),
  groups: JSON.parse(String(row.groups)),
  way: String(row.way),
  startedAt: String(row.started_at),
  seenAt: String(row.seen_at),
  expiresAt: String(row.expires_at),
})
