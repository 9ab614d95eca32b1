import { openDatabase } from '../../src/archive/database.ts'
import { openSqlitePostings } from '../../src/given/sqlite-postings.ts'
import { describePostings } from './postings.contract.ts'

describePostings('SQLite', async (now) => openSqlitePostings(openDatabase(':memory:'), now))
