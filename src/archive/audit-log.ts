// Reads what was decided and erased by hand: by whom, when and why.
import type { DatabaseSync } from 'node:sqlite'
import type { Ruling } from './decision.ts'

/** An entry: a ruling or an erasure on an article, its reason, who made it, and when, as an ISO instant. */
export type AuditEntry = {
  at: string
  by: string
  ruling: Ruling | 'erase'
  articleId: string
  /** Empty where the story was erased later: reasons have words of it. */
  reason: string
}

/** Returns the newest entries, the newest first. */
export function readAuditLog(db: DatabaseSync, most: number): AuditEntry[] {
  const rows = db
    .prepare(
      `SELECT made_at AS at, made_by AS by, ruling, article_id AS articleId, reason FROM decisions
       UNION ALL SELECT made_at, made_by, 'erase', article_id, reason FROM erasures
       ORDER BY at DESC LIMIT ?`,
    )
    .all(most)
  return rows.map((row) => ({ ...row })) as AuditEntry[]
}
