import { describeSearchIndex } from '../search-index.contract.ts'
import { keepingTexts } from './keeping-texts.ts'

const now = () => new Date('2026-03-11T12:00:00')

describeSearchIndex('the index over a live segment', () => keepingTexts(now))
describeSearchIndex('the index over sealed segments', () => keepingTexts(now, 1))
describeSearchIndex('the index over sealed segments and a live one', () => keepingTexts(now, 5))
