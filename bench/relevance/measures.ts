// Measures rankings and tiers: is the right one first, is it among ten, and is what is shown as found right.
import type { Group } from './groups.ts'

export type Row = Record<string, number>

/** Passages of one story that come before those of others, as in an answer. */
const OF_ONE = 3
const SHOWN = 10

/** The candidates of a group in the order in which an answer shows them. */
export function shown(group: Group, scores: number[]): number[] {
  const order = [...scores.keys()].toSorted((a, b) => (scores[b] as number) - (scores[a] as number))
  if (group.command === 'quote') return order.slice(0, SHOWN)
  const taken = new Map<string, number>()
  const late: number[] = []
  const first = order.filter((i) => {
    const story = group.stories[i] as string
    taken.set(story, (taken.get(story) ?? 0) + 1)
    if ((taken.get(story) ?? 0) <= OF_ONE) return true
    late.push(i)
    return false
  })
  return [...first, ...late].slice(0, SHOWN)
}

/** The ranking of one question: of stories and of pieces. */
export function rankingOf(group: Group, scores: number[]): Row {
  const order = shown(group, scores)
  const piece = order.findIndex((i) => group.gains[i] === 1)
  const stories = [...new Set(order.map((i) => group.stories[i]))]
  const right = new Set(group.stories.filter((_, i) => group.isStory[i]))
  const story = stories.findIndex((id) => right.has(id as string))
  return {
    n: 1,
    'story first': Number(story === 0),
    'story in 10': Number(story >= 0),
    first: Number(piece === 0),
    'in 10': Number(piece >= 0),
    MRR: piece >= 0 ? 1 / (piece + 1) : 0,
    known: Number(group.gains.includes(1)),
  }
}

/** The mean of each measure, by set and kind. */
export function byKind<One extends { group: Group }>(
  all: One[],
  rowOf: (one: One) => Row,
): Record<string, Row> {
  const kinds = Map.groupBy(all, ({ group }) => `${group.set}: ${group.kind}`)
  return Object.fromEntries([...kinds].toSorted().map(([kind, ones]) => [kind, mean(ones.map(rowOf))]))
}

function mean(rows: Row[]): Row {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return Object.fromEntries(
    names.map((name) => {
      const given = rows.flatMap((row) => row[name] ?? []).filter((value) => !Number.isNaN(value))
      const sum = given.reduce((total, value) => total + value, 0)
      return [name, name === 'n' ? sum : Number((sum / (given.length || 1)).toFixed(3))]
    }),
  )
}
