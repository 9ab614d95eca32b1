// Lists questions for facts and for coverage.
import type { Row } from './row.ts'

export const FACTS: Row[] = [
  ['context', 'how deep was the hole', { first: '1.8 metres' }],
  ['context', 'how much will the average tax bill rise', { first: '$148' }],
  ['context', 'how many pupils does Hillside have', { first: '143' }],
  ['context', 'when did Silas Wetherby die', { first: 'died on Monday' }],
  ['context', 'how many saves did Wren Adeyemi make', { first: '47 saves' }],
  ['context', 'when will the bridge reopen to one lane', { first: 'March 9' }],
  ['context', 'who owns the Dry Dock café', { first: 'Lucille Okafor' }],
  ['context', 'how much does the province pay for the ferry', { first: '$640,000' }],
  ['context', 'how many passengers does the Kittiwake hold', { first: '48 p' }],
  ['context', 'what did the inspection of the bridge cost', { first: '$38,000' }],
  ['context', 'when was the bridge last inspected in 2017', { first: 'last inspected in 2017' }],
  ['context', 'how many bowls of soup were served', { first: '140 bowls' }],
  ['context', 'who alone voted no on dredging', { first: 'Pru Lansdowne' }],
  ['context', 'how many agents leave Minneapolis', { first: '700 federal immigration agents' }],
  ['context', 'what was the draft budget', { first: '$18.4-million' }],
  ['context', 'who won the regatta in Zanzibar', 'nothing'],
  ['coverage', 'Trump', { stories: ['2026-02-05'] }],
  ['coverage', 'volcano', 'nothing'],
  ['coverage', 'Marigold regatta', { stories: ['2025-11-14'] }],
]
