// Compares names of people.
const TITLE =
  /^(?:the|former|president|vice|senator|sen|rep|representative|gov|governor|mr|mrs|ms|dr|judge|mayor|secretary)$/
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/

/** Whether two names may be of one person: the same last name, and first names that do not contradict each other. */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [bare(a), bare(b)]
  if (left.length === 0 || left.at(-1) !== right.at(-1)) return false
  const given = left.slice(0, -1).map((word) => word[0])
  const other = right.slice(0, -1).map((word) => word[0])
  return given.length === 0 || other.length === 0 || given.some((initial) => other.includes(initial))
}

function bare(name: string): string[] {
  const words =
    name
      .toLowerCase()
      .replace(/['’]s?$/, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !TITLE.test(word) && !SUFFIX.test(word))
}
