// Lists questions about the sample coverage, asked on 18 February 2026, with what its stories have as the answer.

/** What an answer must be; the expectations are read off the stories themselves. */
export type Expected = {
  /** Words of the first piece of evidence, or of its paragraph. */
  first?: string
  /** Words of the first pieces, in their order. */
  order?: string[]
  /** Words that pieces must have, in any order. */
  has?: string[]
  /** Who said all of it. */
  by?: string | string[]
  /** Who said none of it. */
  notBy?: string
  count?: number
  /** The days of the stories, in the order of the answer. */
  stories?: string[]
  /** The day of the first story. */
  firstStory?: string
  /** The first and the last day that a story of the answer may be of. */
  days?: [string, string]
}

/** A command, its words, and the answer; "nothing" where nothing may be shown as found. */
export type Row = [
  command: 'quote' | 'context' | 'coverage' | 'speaker',
  text: string,
  expected: Expected | 'nothing',
]

const LAST_DAY = '2026-02-18'

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
    { first: 'wrong once in 51 years', by: 'Lowell Quist', days: ['2026-02-01', LAST_DAY] },
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

export const WORDS: Row[] = [
  ['quote', 'who said please', { first: 'they have to say please' }],
  ['quote', 'who said silt is patient', { first: 'Silt is patient', by: 'Agnes Quist' }],
  ['quote', 'who said the bar has not been told', { first: 'The bar has not been told' }],
  ['quote', 'who said air does not do its homework', { first: 'Air does not do its homework' }],
  ['quote', 'who said a harbour fills up in committee', { first: 'It fills up in committee' }],
  ['quote', 'who said people who still lose their mittens', { first: 'still lose their mittens' }],
  ['quote', 'who said nobody has ever thanked a treasurer', { first: 'Nobody has ever thanked a treasurer' }],
  ['quote', 'who said the sea keeps its appointments', { first: 'The sea keeps its appointments' }],
  ['quote', 'who said tonight I drove the getaway car', { first: 'I drove the getaway car' }],
  ['quote', 'who said nobody gets seasick in my sweater', { first: 'Nobody gets seasick in my sweater' }],
  ['quote', 'who said a jam is not a forecast', { first: 'A jam is not a forecast' }],
  ['quote', 'who said what you have got is a bath', { first: 'What you have got is a bath' }],
  ['quote', 'who said it is not scenery', { first: 'It is not scenery', by: 'Odile Garrick' }],
  ['quote', 'who said there was cake', { first: 'There was cake' }],
  [
    'quote',
    'who said a snorkel would have done',
    { first: 'a snorkel would have done', by: 'Helene Marchand' },
  ],
  [
    'quote',
    "who said you can't stop skating in the bathtub",
    { first: "You can't stop skating in the Bathtub" },
  ],
  ['quote', 'who said graham speaks for graham', { first: 'Graham speaks for Graham' }],
  ['quote', 'who said somebody should see it to the door', { first: 'Somebody should see it to the door' }],
  [
    'quote',
    'who said she has alphabetized my tackle',
    { first: 'She has alphabetized my tackle', by: 'Lowell Quist' },
  ],
  ['quote', 'who said total fake news', { first: 'Total Fake News BS', by: 'White House' }],
  [
    'quote',
    "who said water that can't get out in front",
    { first: 'Water that can’t get out in front', by: 'Ida Tollefsen', count: 1 },
  ],
  ['quote', 'who said bags go on the port side', { first: 'Bags go on the port side', by: 'Lowell Quist' }],
  [
    'quote',
    'who said they have a boat, a goalie and a grudge',
    { first: 'They have a boat, a goalie and a grudge', by: 'Pete Lavoie' },
  ],
  ['quote', '"ask me when it’s dry"', { first: 'Ask me when it’s dry', by: 'Ida Tollefsen', count: 1 }],
  ['quote', '"rainy-day jar"', { count: 2, by: 'Agnes Quist' }],
  ['quote', 'who said bold plums', 'nothing'],
  ['quote', 'who said zeppelin', 'nothing'],
  ['quote', 'who said “I will not run”', 'nothing'],
  ['quote', 'what did Garrick say about the hockey team', 'nothing'],
  ['quote', 'what did Trump say about dredging', 'nothing'],
  ['quote', 'what did Pell say about the ferry', 'nothing'],
  ['quote', 'what did Odum say about sparklers', 'nothing'],
  ['quote', 'what did Mabel Osei say about dredging', 'nothing'],
  ['quote', 'what did Yasmin Bell say about dredging', 'nothing'],
  ['quote', 'what did Theo Marsh say', 'nothing'],
  ['quote', 'quotes by Constance Wetherby', 'nothing'],
  ['quote', 'what did Lindqvist say about mittens', { first: 'lose their mittens' }],
  [
    'quote',
    'what did Narang say about long division',
    { first: 'I would like it to be long division', by: 'Devi Narang' },
  ],
  ['quote', 'what did Adeyemi say about the hat', { first: 'keeping your hat', by: 'Wren Adeyemi' }],
  ['quote', 'what did Okafor say about the bowls', { first: 'I counted the bowls', by: 'Lucille Okafor' }],
  [
    'quote',
    'what did Halloran say about wet people',
    { first: 'You don’t ask wet people', by: 'Bridget Halloran' },
  ],
  ['quote', 'what did Trump say about five cities', { first: 'We have five cities', by: 'Donald Trump' }],
  ['quote', 'what did Homan say about sheriffs', { first: 'unprecedented', by: 'Tom Homan' }],
  ['quote', 'what did Farrow say about salt and pepper', { first: 'salt and pepper', by: 'Otis Farrow' }],
]

export const SHAPES: Row[] = [
  [
    'quote',
    'the first thing Garrick said about the bridge',
    { first: 'If the bridge is fine', by: 'Odile Garrick' },
  ],
  ['quote', 'what did Garrick last say', { first: 'I was wrong', by: ['Odile Garrick', 'Garrick'] }],
  ['quote', 'the latest quote by Odum', { first: 'The boiler has been magnificent', by: 'Graham Odum' }],
  [
    'quote',
    'the first quote by Lowell Quist',
    { first: 'what a dry day looks like from my wheelhouse', by: 'Lowell Quist' },
  ],
  [
    'quote',
    'longest quote by Pete Lavoie',
    { order: ['They have a boat, a goalie and a grudge', 'I’d sooner they had the bridge'] },
  ],
  ['quote', 'who first said please', { first: 'Please don’t make us cross the bridge' }],
  ['quote', 'who was the first to say spreadsheet', { first: 'so is my spreadsheet', by: 'Agnes Quist' }],
  [
    'quote',
    'most recent quote by Bielak',
    { first: 'If the river keeps leaning on that pier', by: 'Tomasz Bielak' },
  ],
  ['quote', 'earliest quote by Sethi', { first: 'A jam is not a forecast', by: 'Ravi Sethi' }],
  [
    'quote',
    'when did Agnes Quist first mention the jar',
    { order: ['I will not empty the rainy-day jar', 'I said then that I would not empty'] },
  ],
  [
    'quote',
    'when did Agnes Quist last mention the jar',
    { order: ['I said then that I would not empty', 'I will not empty the rainy-day jar'] },
  ],
  ['quote', 'how many times did Garrick say wrong', { count: 1, first: 'I was wrong' }],
  ['quote', 'how many times has Tollefsen said committee', { count: 1, first: 'It fills up in committee' }],
  [
    'quote',
    'how many times has Lowell Quist said sister',
    { count: 1, first: 'My sister has been wrong once' },
  ],
  ['quote', 'how often did Garrick mention the bridge', { count: 1, first: 'If the bridge is fine' }],
  ['quote', 'how many quotes by Pete Lavoie', { count: 2, by: 'Pete Lavoie' }],
  ['quote', 'how many times has Agnes Quist said jar', { count: 2, by: 'Agnes Quist' }],
  ['quote', 'how many times did Pell say fireworks', 'nothing'],
  ['quote', 'how many times has Bielak said please', 'nothing'],
  ['quote', 'everything Helene Marchand said', { count: 1, by: 'Helene Marchand' }],
  ['quote', 'everything Edmund Pell said', { count: 4, by: 'Edmund Pell' }],
  ['quote', 'all quotes by Carla Dufresne', { count: 2, by: 'Carla Dufresne' }],
  ['quote', 'everything Tollefsen said about the ledger', { by: 'Ida Tollefsen' }],
  ['coverage', 'first story about the flood', { firstStory: '2026-01-22' }],
  ['coverage', 'dredging, oldest first', { firstStory: '2025-10-08' }],
  ['coverage', 'latest story about the Kittiwake', { firstStory: '2026-02-17', first: 'Kittiwake' }],
  ['quote', 'did Garrick ever say she was wrong', { first: 'I was wrong', by: 'Odile Garrick' }],
  ['quote', 'didn’t Garrick say she was wrong', { first: 'I was wrong', by: 'Odile Garrick' }],
  [
    'quote',
    'did Lowell Quist say his sister was wrong',
    { first: 'My sister has been wrong once', by: 'Lowell Quist' },
  ],
  [
    'quote',
    'did Trump say they have to say please',
    { first: 'they have to say please', by: 'Donald Trump' },
  ],
  [
    'quote',
    'did Tollefsen ever say ask me when it’s dry',
    { first: 'Ask me when it’s dry', by: 'Ida Tollefsen' },
  ],
  ['quote', 'has anybody said snorkel', { first: 'a snorkel would have done', by: 'Helene Marchand' }],
  ['quote', 'did anyone say spreadsheet', { first: 'so is my spreadsheet', by: 'Agnes Quist' }],
  ['quote', 'has Garrick ever said sorry', 'nothing'],
  ['quote', 'did Odum ever say dredging', 'nothing'],
  ['quote', 'did Garrick ever say she would resign', 'nothing'],
  ['quote', 'who didn’t say please', 'nothing'],
  ['quote', 'who has never said please', 'nothing'],
  ['quote', 'what did Garrick not say about dredging', 'nothing'],
]

export const OPERATORS: Row[] = [
  ['quote', 'please -Trump', { notBy: 'Donald Trump', has: ['Please don’t make us', 'Please do not move'] }],
  ['quote', 'what did Quist say about the bar -Agnes', { by: 'Lowell Quist' }],
  ['quote', 'what did Quist say about the bar excluding Agnes', { by: 'Lowell Quist' }],
  ['quote', 'everything Quist said except from Lowell Quist', { by: 'Agnes Quist' }],
  ['quote', 'everything about boilers but not by Odum', 'nothing'],
  ['quote', 'silt NOT Agnes Quist', { notBy: 'Agnes Quist', first: 'the silt sends an invoice' }],
  ['quote', 'spreadsheet OR toner', { has: ['so is my spreadsheet', 'when the toner comes'] }],
  ['quote', 'cellist OR sparklers', { has: ['I’ve asked a cellist', 'I will buy the sparklers'] }],
  ['quote', 'boiler AND magnificent', { count: 1, first: 'The boiler has been magnificent' }],
  ['quote', '"rainy-day jar" -rained', { count: 2 }],
  ['quote', '"rainy-day jar" -then', { count: 1, first: 'I will not empty the rainy-day jar' }],
  ['quote', 'boiler speaker:Odum', { first: 'boiler', by: 'Graham Odum' }],
  ['quote', 'speaker:trump', { by: 'Donald Trump' }],
  ['quote', 'Speaker:Trump please', { first: 'they have to say please', by: 'Donald Trump' }],
  ['quote', 'speaker: Trump please', { first: 'they have to say please', by: 'Donald Trump' }],
  ['quote', 'please speaker: Mabel Osei', { first: 'Please don’t make us', by: 'Mabel Osei' }],
  [
    'quote',
    'please outlet:"Readback Sample Report"',
    { first: 'they have to say please', days: ['2026-02-05', '2026-02-05'] },
  ],
  ['quote', 'flood outlet:Gazette', 'nothing'],
  ['quote', 'speaker:Constance', 'nothing'],
  ['coverage', 'flood -bridge', { stories: ['2026-01-30'] }],
  ['coverage', 'Cormorants -flood', { stories: ['2026-01-19', '2025-12-08'] }],
  ['coverage', 'author:"June Castellan"', { count: 9 }],
  ['coverage', 'by Idris Maddock', { count: 8 }],
  ['coverage', 'by June Castellan since February', { stories: ['2026-02-11', '2026-02-04'] }],
  ['coverage', 'stories by Sunniva Roy', { stories: ['2026-01-28', '2026-01-19', '2025-12-08'] }],
  ['coverage', 'stories by Sunniva Roy about hockey', { first: 'hockey bags' }],
  ['coverage', 'what has Sunniva Roy written', { count: 3 }],
]

export const PEOPLE: Row[] = [
  ['quote', 'agnes', { by: 'Agnes Quist' }],
  ['quote', 'garrick', { by: ['Odile Garrick', 'Garrick'] }],
  ['quote', 'odile garick', { by: ['Odile Garrick', 'Garrick'] }],
  ['quote', 'what did Odile Garrick say on January 23', { has: ['He may be right'] }],
  [
    'quote',
    'what did Garrick say about the cake',
    { first: 'grateful for the boat and interested in the cake' },
  ],
  ['quote', 'what did tollefson say about council', { first: 'I work for council', by: 'Ida Tollefsen' }],
  ['quote', 'what did the hydrologist say', { by: 'Ravi Sethi' }],
  ['quote', 'the hydrologist', { by: 'Ravi Sethi' }],
  [
    'quote',
    'what did the town engineer say about the pier',
    { first: 'If the river keeps leaning on that pier', by: 'Tomasz Bielak' },
  ],
  ['quote', 'what did the transport minister say', { by: 'Paul Renfrew' }],
  ['quote', 'what did the minister of transport say', { by: 'Paul Renfrew' }],
  [
    'quote',
    'what did the harbour master say about committees',
    { first: 'It fills up in committee', by: 'Ida Tollefsen' },
  ],
  ['quote', 'what did the chair of the board say', { by: 'Harold Voss' }],
  ['quote', 'what did Hillside’s principal say', { by: 'Thea Lindqvist' }],
  ['quote', 'what did the principal of Hillside say', { by: 'Thea Lindqvist' }],
  ['quote', 'what did the treasurer say', { by: 'Edmund Pell' }],
  ['quote', 'what did the governor of Louisiana say', { first: 'We have a big problem', by: 'Jeff Landry' }],
  ['quote', 'what did the border czar say', { by: 'Tom Homan' }],
  [
    'quote',
    'what did the fisherman say about his sister',
    { first: 'My sister has been wrong once', by: 'Lowell Quist' },
  ],
  ['quote', 'what did the fire chief say', { first: 'moving a piano' }],
  ['quote', 'what did Chief Reyes say about the piano', { first: 'moving a piano', by: 'Anton Reyes' }],
  [
    'quote',
    'what did the opposition critic say',
    { first: 'a snorkel would have done', by: 'Helene Marchand' },
  ],
  ['quote', 'what did the Fairlead coach say', { by: 'Carla Dufresne' }],
  ['quote', 'what did the coach of Upper Sallow say', { by: 'Pete Lavoie' }],
  ['quote', 'what did the Cormorants’ coach say', { by: 'Dunstan Moreau' }],
  ['quote', 'what did the superintendent say about the boiler', { first: 'boiler', by: 'Graham Odum' }],
  [
    'quote',
    'what did Nell Wetherby say about the nurse',
    { first: 'The nurse asked him what day it was', by: 'Nell Wetherby' },
  ],
  [
    'quote',
    'what did Silas Wetherby say about the whistle',
    { first: 'So I blew the whistle', by: 'Silas Wetherby' },
  ],
  ['quote', 'what did the White House say', { by: 'White House' }],
  ['quote', 'what did the president say about cities', { first: 'five cities', by: 'Donald Trump' }],
  ['quote', 'what did the police chief say', 'nothing'],
  ['quote', 'what did the premier say', 'nothing'],
  ['speaker', 'Reyes', { count: 2 }],
  ['speaker', 'Anton Reyes', { count: 2 }],
  ['speaker', 'Pete Lavoie', { count: 2 }],
]

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

/** Questions that the stories answer and we do not yet: the paragraphs that they stand in do not name the bridge. */
export const FALLING_SHORT: Row[] = [['quote', 'Bielak on the bridge', { by: 'Tomasz Bielak' }]]
