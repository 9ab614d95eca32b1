import { openDatabase } from '../../src/archive/database.ts'
import { openSqlitePostedAnswers } from '../../src/corrections/sqlite-posted-answers.ts'
import { describePostedAnswers } from './posted-answers.contract.ts'

describePostedAnswers('SQLite', async (now) => openSqlitePostedAnswers(openDatabase(':memory:'), now))
