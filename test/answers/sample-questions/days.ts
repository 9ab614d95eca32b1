// Lists questions for days and periods.
import { LAST_DAY, type Row } from './row.ts'

export const DAYS: Row[] = [
  [
    'quote',
    'what did Garrick say in October',
    { by: 'Odile Garrick', stories: ['2025-10-08', '2025-10-08', '2025-10-08'] },
  ],
  ['quote', 'what did Garrick say yesterday', 'nothing'],
  [
    'quote',
    'what did Garrick say last week',
    { first: 'I was wrong', by: 'Odile Garrick', days: ['2026-02-09', '2026-02-15'] },
  ],
  [
    'quote',
    'what did Lowell Quist say since February',
    { by: 'Lowell Quist', days: ['2026-02-01', LAST_DAY] },
  ],
  [
    'quote',
    'what did Tollefsen say on Monday',
    { by: 'Ida Tollefsen', stories: ['2026-02-17', '2026-02-17'] },
  ],
  ['quote', 'Bielak last week', 'nothing'],
  ['quote', 'what did Odum say before December', { by: 'Graham Odum', days: ['2025-10-01', '2025-11-30'] }],
  [
    'quote',
    'what did Odum say between January 1 and January 31',
    { has: ['The bridge will be mended'], by: 'Graham Odum', days: ['2026-01-01', '2026-01-31'] },
  ],
  [
    'quote',
    'what did Odum say from 1 November 2025 to 30 November 2025',
    { has: ['We are heating air'], by: 'Graham Odum', days: ['2025-11-01', '2025-11-30'] },
  ],
  [
    'quote',
    'what did Odum say in the first week of February',
    { has: ['The boiler has been magnificent'], days: ['2026-02-01', '2026-02-07'] },
  ],
  [
    'quote',
    'what did Sethi say on January 23',
    { has: ['I modelled a river'], by: 'Ravi Sethi', stories: ['2026-01-23', '2026-01-23'] },
  ],
  ['quote', 'what did Moreau say over the past two weeks', 'nothing'],
  [
    'quote',
    'what did Moreau say in December 2025',
    { has: ['I drove the getaway car'], days: ['2025-12-01', '2025-12-31'] },
  ],
  ['quote', 'Reyes over the weekend', 'nothing'],
  [
    'quote',
    'who said please last year',
    { first: 'Please don’t make us cross the bridge', days: ['2025-01-01', '2025-12-31'] },
  ],
  [
    'quote',
    'who said please last month',
    { first: 'Please do not move the barriers', days: ['2026-01-01', '2026-01-31'] },
  ],
  [
    'quote',
    'who said please since 1 February',
    { first: 'they have to say please', days: ['2026-02-01', LAST_DAY] },
  ],
  [
    'quote',
    'please in November',
    { first: 'Please don’t make us', by: 'Mabel Osei', days: ['2025-11-01', '2025-11-30'] },
  ],
  [
    'quote',
    'everything Tollefsen said in October',
    { count: 10, by: 'Ida Tollefsen', days: ['2025-10-01', '2025-10-31'] },
  ],
  [
    'quote',
    'garrick after:2026-02-01',
    { first: 'I was wrong', by: 'Odile Garrick', days: ['2026-02-01', LAST_DAY] },
  ],
  ['quote', 'garrick before:2025-11-01', { by: 'Odile Garrick', days: ['2025-10-01', '2025-10-31'] }],
  ['quote', 'who spoke on January 8', { days: ['2026-01-08', '2026-01-08'] }],
  ['quote', 'what did Sethi say the day before yesterday', 'nothing'],
  [
    'quote',
    'what did the mayor say on October 7',
    { by: 'Odile Garrick', days: ['2025-10-07', '2025-10-10'] },
  ],
  ['speaker', 'Garrick since January', { by: ['Odile Garrick', 'Garrick'], days: ['2026-01-01', LAST_DAY] }],
  ['speaker', 'Ida Tollefsen last October', { count: 10, days: ['2025-10-01', '2025-10-31'] }],
  ['coverage', 'in December', { stories: ['2025-12-08', '2025-12-04'] }],
  ['coverage', 'the first week of November', { stories: ['2025-11-05'] }],
  ['coverage', 'flood between January 20 and January 25', { stories: ['2026-01-23', '2026-01-22'] }],
  ['coverage', 'flood yesterday', { stories: ['2026-02-17'] }],
  ['coverage', 'Cormorants in December', { stories: ['2025-12-08'] }],
  ['coverage', 'June 2025', 'nothing'],
  ['coverage', 'bridge after 10 February', { days: ['2026-02-11', LAST_DAY] }],
  ['coverage', 'council until 9 October 2025', { stories: ['2025-10-08'] }],
  ['context', 'what happened on January 22', { days: ['2026-01-22', '2026-01-22'] }],
  ['context', 'homes damaged since January 26', { days: ['2026-01-26', LAST_DAY] }],
]
