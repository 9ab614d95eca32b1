import { openSqlitePostings } from '../../src/answers/sqlite-postings.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { describePostings } from './postings.contract.ts'

describePostings('SQLite', async (now) => openSqlitePostings(openDatabase(':memory:'), now))
