/** Groups the ids of stories by something that several may have: an outlet, a day, a word of the headline. */

export type Groups = ReturnType<typeof openGroups>

const NONE: ReadonlySet<string> = new Set()

export function openGroups() {
  const groups = new Map<string, Set<string>>()
  let sorted: readonly string[] | null = null
  return {
    add(key: string, id: string) {
      const group = groups.get(key)
      if (group) group.add(id)
      else groups.set(key, new Set([id]))
      if (!group) sorted = null
    },
    remove(key: string, id: string) {
      const group = groups.get(key)
      group?.delete(id)
      if (group?.size !== 0) return
      groups.delete(key)
      sorted = null
    },
    of: (key: string): ReadonlySet<string> => groups.get(key) ?? NONE,
    /** The keys of all groups, sorted. */
    keys(): readonly string[] {
      sorted ??= [...groups.keys()].toSorted()
      return sorted
    },
    /** The ids of several groups. */
    ofAll: (keys: readonly string[]): ReadonlySet<string> =>
      new Set(keys.flatMap((key) => [...(groups.get(key) ?? NONE)])),
  }
}

/** The keys from one on, up to another, which is not among them. */
export const keysWithin = (keys: readonly string[], from: string, to: string): readonly string[] =>
  keys.slice(firstFrom(keys, from), firstFrom(keys, to))

/** The first index in sorted keys whose key is not before another. */
function firstFrom(keys: readonly string[], least: string): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] as string) < least) low = middle + 1
    else high = middle
  }
  return low
}
