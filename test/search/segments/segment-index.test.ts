import { describeSearchIndex } from '../search-index.contract.ts'
import { keepingTexts } from './keeping-texts.ts'

describeSearchIndex('the index over segments', () => keepingTexts(() => new Date('2026-03-11T12:00:00')))
