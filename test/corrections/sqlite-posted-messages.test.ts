import { openDatabase } from '../../src/archive/database.ts'
import { openSqlitePostedAnswers } from '../../src/corrections/sqlite-posted-messages.ts'
import { describePostedAnswers } from './posted-messages.contract.ts'

describePostedAnswers('SQLite', async (now) => openSqlitePostedAnswers(openDatabase(':memory:'), now))
