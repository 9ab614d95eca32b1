import { openDatabase } from '../../src/archive/database.ts'
import { openSqlitePostings } from '../../src/corrections/sqlite-posted-messages.ts'
import { describePostings } from './posted-messages.contract.ts'

describePostings('SQLite', async (now) => openSqlitePostings(openDatabase(':memory:'), now))
