// Puts words that are used alike into classes.
/**
 * Puts words that are used alike into one of `CLASSES` classes, from text without labels: the classes under which a
 * word's class tells most of the next word's (Brown et al. 1992), by exchange (Martin, Liermann, Ney 1998).
 */
const CLASSES = 256
/** Rarer words are all one. */
const RAREST = 25
const ROUNDS = 12
const TABLE = 1 << 20

type Follower = { word: number; times: number }
type Bigrams = { followers: Follower[][]; leaders: Follower[][]; counts: Float64Array }

/** The cluster of each word that is common enough, from 1; `sentences` are words in order, as they are compared. */
export function clusterWords(sentences: Iterable<string[]>): Map<string, number> {
  const { words, lines } = vocabulary(sentences)
  const bigrams = countBigrams(lines, words.length)
  const classes = exchange(bigrams)
  return new Map(words.flatMap((word, i) => (i < 2 ? [] : [[word, (classes[i] as number) + 1]])))
}

/** Word 0 is a sentence's edge, word 1 any rare word; the rest by how often they occur. */
function vocabulary(sentences: Iterable<string[]>): { words: string[]; lines: Int32Array[] } {
  const kept = [...sentences]
  const counts = new Map<string, number>()
  for (const line of kept) for (const word of line) counts.set(word, (counts.get(word) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count >= RAREST)
  common.sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
  const words = ['', '', ...common.map(([word]) => word)]
  const ids = new Map(words.map((word, id) => [word, id]))
  return { words, lines: kept.map((line) => Int32Array.from(line, (word) => ids.get(word) ?? 1)) }
}

function countBigrams(lines: Int32Array[], size: number): Bigrams {
  const pairs = new Map<number, number>()
  const counts = new Float64Array(size)
  for (const line of lines)
    for (let i = 0; i <= line.length; i++) {
      const [before, after] = [line[i - 1] ?? 0, line[i] ?? 0]
      const key = before * size + after
      pairs.set(key, (pairs.get(key) ?? 0) + 1)
      counts[after] = (counts[after] as number) + 1
    }
  const followers: Follower[][] = Array.from({ length: size }, () => [])
  const leaders: Follower[][] = Array.from({ length: size }, () => [])
  for (const [key, times] of pairs) {
    const [before, after] = [Math.floor(key / size), key % size]
    followers[before]?.push({ word: after, times })
    leaders[after]?.push({ word: before, times })
  }
  return { followers, leaders, counts }
}

const LOGS = Float64Array.from({ length: TABLE }, (_, n) => (n > 0 ? n * Math.log(n) : 0))

function entropy(n: number): number {
  return n < TABLE ? (LOGS[n] as number) : n * Math.log(n)
}

type State = { classes: Int32Array; pairs: Float64Array; totals: Float64Array }

function exchange(bigrams: Bigrams): Int32Array {
  const size = bigrams.counts.length
  const classes = Int32Array.from({ length: size }, (_, word) => word % CLASSES)
  const state: State = {
    classes,
    pairs: new Float64Array(CLASSES * CLASSES),
    totals: new Float64Array(CLASSES),
  }
  for (const [word, followers] of bigrams.followers.entries()) {
    const own = classes[word] as number
    state.totals[own] = (state.totals[own] as number) + (bigrams.counts[word] as number)
    for (const { word: next, times } of followers) {
      const at = own * CLASSES + (classes[next] as number)
      state.pairs[at] = (state.pairs[at] as number) + times
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0
    for (let word = 2; word < size; word++) if (move(state, bigrams, word)) moved++
    if (moved < size / 200) break
  }
  return classes
}

/** What a word stands beside, by class: after it, before it, and itself. */
type Beside = { after: Float64Array; before: Float64Array; itself: number; count: number; near: number[] }

function besideOf({ classes }: State, { followers, leaders, counts }: Bigrams, word: number): Beside {
  const after = new Float64Array(CLASSES)
  const before = new Float64Array(CLASSES)
  let itself = 0
  for (const { word: next, times } of followers[word] ?? []) {
    if (next === word) itself += times
    else after[classes[next] as number] = (after[classes[next] as number] as number) + times
  }
  for (const { word: last, times } of leaders[word] ?? [])
    if (last !== word) before[classes[last] as number] = (before[classes[last] as number] as number) + times
  const near: number[] = []
  for (let c = 0; c < CLASSES; c++) if (after[c] || before[c]) near.push(c)
  return { after, before, itself, count: counts[word] as number, near }
}

/** Moves a word to the class where it tells most; says whether it did. */
function move(state: State, bigrams: Bigrams, word: number): boolean {
  const beside = besideOf(state, bigrams, word)
  const from = state.classes[word] as number
  shift(state, beside, { to: from, sign: -1 })
  let best = from
  let most = gainOf(state, beside, from) + 1e-9
  for (let c = 0; c < CLASSES; c++) {
    const gain = c === from ? most : gainOf(state, beside, c)
    if (gain > most) {
      most = gain
      best = c
    }
  }
  shift(state, beside, { to: best, sign: 1 })
  state.classes[word] = best
  return best !== from
}

function shift(
  { pairs, totals }: State,
  { after, before, itself, count, near }: Beside,
  { to, sign }: { to: number; sign: number },
): void {
  totals[to] = (totals[to] as number) + sign * count
  for (const c of near) {
    pairs[to * CLASSES + c] = (pairs[to * CLASSES + c] as number) + sign * (after[c] as number)
    pairs[c * CLASSES + to] = (pairs[c * CLASSES + to] as number) + sign * (before[c] as number)
  }
  pairs[to * CLASSES + to] = (pairs[to * CLASSES + to] as number) + sign * itself
}

function gainOf(
  { pairs, totals }: State,
  { after, before, itself, count, near }: Beside,
  to: number,
): number {
  let gain = -2 * (entropy((totals[to] as number) + count) - entropy(totals[to] as number))
  for (const c of near) {
    if (c === to) continue
    const next = pairs[to * CLASSES + c] as number
    const last = pairs[c * CLASSES + to] as number
    if (after[c]) gain += entropy(next + (after[c] as number)) - entropy(next)
    if (before[c]) gain += entropy(last + (before[c] as number)) - entropy(last)
  }
  const own = pairs[to * CLASSES + to] as number
  return gain + entropy(own + (after[to] as number) + (before[to] as number) + itself) - entropy(own)
}
