// The rules of imports: who may import whom, where each platform's package may be imported, and no circles, types included.

/** Each row is an order, left to right: a folder imports only what stands left of it in a row that has both. */
const ORDERS = [
  ['src/language', 'src/archive', 'src/quotations', 'src/intake', 'src/sources', 'src/newsroom'],
  ['src/archive', 'src/people', 'src/newsroom', 'src/adapters'],
  [
    'src/language',
    'src/archive',
    'src/search',
    'src/answers',
    'src/corrections',
    'src/newsroom',
    'src/replies',
    'commands',
    'src/adapters',
    'src/main.ts',
  ],
  row('src/quotations', ['marks', 'language', 'speech', 'files']),
  row('src/quotations', [
    'marks',
    'language',
    'syntax',
    'people',
    'scene',
    'antecedents',
    'speakers',
    'files',
  ]),
  row('src/quotations', ['marks', 'language', 'people', 'scene', 'transcripts', 'files']),
  row('src/quotations', ['models', 'antecedents', 'speakers', 'files']),
  row('src/intake', ['fetch', 'model', 'markup', 'formats', 'files']),
  row('src/sources', ['config', 'state', 'poll', 'files']),
  row('src/search', ['text', 'index', 'query', 'files']),
  row('src/answers', ['query', 'ranking', 'evidence', 'verification', 'files']),
]

/** Files at the top of a stage that all of it may import: shapes of data and ports, no work. */
const SHARED = ['src/answers/(answer|desk)[.]ts', 'src/search/(search-index|minisearch)[.]ts']

/** Pairs of folders of different rows that must not know each other, either way. */
const STRANGERS = [
  ['src/(quotations|intake|sources)', 'src/(search|answers|corrections|replies|adapters)|commands'],
  ['src/newsroom', 'src/(replies|adapters)|commands'],
]

/** Packages that one place alone imports. */
const ONE_PLACE = {
  minisearch: 'src/search/minisearch[.]ts',
  'discord[.]js': 'src/adapters/discord',
  '@slack/bolt': 'src/adapters/slack',
}

/** Folders of one stage in their order; `files` stands for the files beside the folders. */
function row(stage, folders) {
  return folders.map((folder) => (folder === 'files' ? `${stage}/[^/]+[.]ts` : `${stage}/${folder}`))
}

const anyOf = (paths) => `^(${paths.map((path) => (path.endsWith('ts') ? path : `(${path})/`)).join('|')})`

const orderRules = ORDERS.flatMap((order) =>
  order.slice(0, -1).map((folder, i) => ({
    name: `${folder} imports nothing right of it: ${order.join(' <- ')}`,
    severity: 'error',
    from: { path: anyOf([folder]) },
    to: { path: anyOf(order.slice(i + 1)), pathNot: `^(${SHARED.join('|')})$` },
  })),
)

const strangerRules = STRANGERS.map(([one, other]) => ({
  name: `${one} does not know ${other}`,
  severity: 'error',
  from: { path: anyOf([one]) },
  to: { path: anyOf([other]) },
}))

const packageRules = Object.entries(ONE_PLACE).map(([name, place]) => ({
  name: `${name} is imported in ${place} alone`,
  severity: 'error',
  from: { path: '^(src|commands)/', pathNot: `^${place}` },
  to: { path: `node_modules/${name}/` },
}))

export default {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    ...orderRules,
    ...strangerRules,
    ...packageRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a circle of types binds two files together as much as one of values.
    tsPreCompilationDeps: true,
    parser: 'swc',
    reporterOptions: { mermaid: { minify: false } },
  },
}
