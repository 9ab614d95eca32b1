// Prepares each statement of a database once.
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

/** A row of a result, by column. */
export type Row = Record<string, SQLOutputValue>

/** Runs statements of one database; each text of a statement is prepared once. */
export type Statements = {
  all(sql: string, ...values: SQLInputValue[]): Row[]
  get(sql: string, ...values: SQLInputValue[]): Row | undefined
  /** Runs a statement and returns the row id that it inserted last. */
  run(sql: string, ...values: SQLInputValue[]): number
}

export function openStatements(db: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>()
  function statement(sql: string): StatementSync {
    const found = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, found)
    return found
  }
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    get: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => Number(statement(sql).run(...values).lastInsertRowid),
  }
}
