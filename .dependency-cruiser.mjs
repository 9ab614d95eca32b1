// The rules of imports: which folder may import which, and that no import leads round in a circle, types included.

/** Each list is an order: what stands in it imports only what stands before it, never what stands after it. */
const ORDERS = [
  ['src/archive', 'src/quotations', 'src/intake', 'src/sources', 'src/newsroom'],
  ['src/archive', 'src/search', 'src/answers', 'src/corrections', 'src/newsroom', 'src/replies', 'commands', 'src/adapters', 'src/main'],
  ['src/quotations/language', 'src/quotations/marks', 'src/quotations/speech', 'src/quotations/speakers'],
  ['src/quotations/language', 'src/quotations/people', 'src/quotations/speakers'],
  ['src/search/text', 'src/search/index', 'src/search/query'],
  ['src/answers/query', 'src/answers/ranking', 'src/answers/evidence', 'src/answers/verification', 'src/answers/[^/]+[.]ts'],
  ['src/intake/fetch', 'src/intake/model', 'src/intake/markup', 'src/intake/formats', 'src/intake/[^/]+[.]ts'],
  ['src/sources/config', 'src/sources/state', 'src/sources/poll', 'src/sources/[^/]+[.]ts'],
]

/** Folders that share an order with neither list above: coverage comes in without knowing who searches it. */
const APART = [
  ['src/(quotations|intake|sources)', 'src/(search|answers|corrections|replies|adapters)|commands'],
  ['src/(search|answers|corrections)', 'src/sources'],
]

/** Packages that one place alone imports. */
const ONE_PLACE = {
  minisearch: 'src/search/index/minisearch[.]ts',
  'discord[.]js': 'src/adapters/discord',
  '@slack/bolt': 'src/adapters/slack',
}
