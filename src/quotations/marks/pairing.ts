import type { Mark } from './marks.ts'

/** No news text nests quotations deeper; a wall of opening marks is not read as one. */
const DEEPEST = 8

/** The pairs of marks in a paragraph, and the outermost double mark that nothing closed. */
export type Pairing = { pairs: [Mark, Mark][]; open: Mark | undefined }

/** Pairs the marks of one paragraph with a stack, as brackets are paired, and forgives what was never closed. */
export function pairMarks(marks: Mark[]): Pairing {
  const ahead = lookAhead(marks)
  const open: Mark[] = []
  const pairs: [Mark, Mark][] = []
  marks.forEach((mark, i) => {
    const at = open.findLastIndex(({ kind }) => kind === mark.kind)
    const partner = open[at]
    const step = mark.kind === 'double' ? stepOfDouble : stepOfSingle
    const does = step({ mark, open, at, ahead: ahead[i] ?? NOTHING_AHEAD, previous: marks[i - 1] })
    if (does === 'close' && partner) pairs.push([partner, mark])
    if (does === 'close' || does === 'reopen') open.length = at
    if ((does === 'open' || does === 'reopen') && open.length < DEEPEST) open.push(mark)
  })
  return { pairs, open: open.find(({ kind }) => kind === 'double') }
}

/** What follows a mark in its paragraph. */
type Ahead = { double: boolean; closingSingle: boolean; openingSingleFirst: boolean }
const NOTHING_AHEAD: Ahead = { double: false, closingSingle: false, openingSingleFirst: false }

function lookAhead(marks: Mark[]): Ahead[] {
  const ahead: Ahead[] = []
  let next = NOTHING_AHEAD
  for (const mark of marks.toReversed()) {
    ahead.push(next)
    const double = next.double || mark.kind === 'double'
    const single = mark.kind === 'single'
    if (single && closes(mark)) next = { double, closingSingle: true, openingSingleFirst: false }
    else if (single && opensSingle(mark)) next = { ...next, double, openingSingleFirst: true }
    else next = { ...next, double }
  }
  return ahead.reverse()
}

type Place = { mark: Mark; open: Mark[]; at: number; ahead: Ahead; previous: Mark | undefined }
type Step = 'open' | 'close' | 'reopen' | 'ignore'

function stepOfDouble(place: Place): Step {
  const { mark, at, ahead } = place
  const isOpen = at >= 0
  const opens = opensDouble(place)
  if (mark.turned === 'open') return isOpen && !opens && !mark.wordAfter ? 'close' : 'open'
  if (mark.turned === 'close') {
    if (isOpen) return 'close'
    return mark.leads || (opens && mark.wordAfter) ? 'open' : 'ignore'
  }
  if (!isOpen) return opens ? 'open' : 'ignore'
  const reopens = mark.gapBefore && mark.wordAfter && ahead.double
  return reopens ? 'reopen' : 'close'
}

/** Left-flanking, as CommonMark has it: a gap before, none after; a lost space after a stop is forgiven. */
function opensDouble({ mark, open, at, previous }: Place): boolean {
  const afterOpening = mark.afterMark && previous !== undefined && open.includes(previous)
  const afterStop = at < 0 && mark.wordAfter && !mark.afterMark
  return !mark.spaceAfter && (mark.gapBefore || afterOpening || afterStop)
}

function stepOfSingle({ mark, open, at, ahead }: Place): Step {
  const innermost = at >= 0 && at === open.length - 1
  if (innermost && closes(mark)) {
    const better = ahead.closingSingle && !ahead.openingSingleFirst
    return mark.apostrophe && better ? 'ignore' : 'close'
  }
  return at < 0 && opensSingle(mark) && ahead.closingSingle ? 'open' : 'ignore'
}

function closes(mark: Mark): boolean {
  return mark.turned !== 'open' && !mark.gapBefore && !mark.wordAfter
}

function opensSingle(mark: Mark): boolean {
  if (!mark.mayOpen || !mark.wordAfter) return false
  return mark.turned === 'open' || (mark.turned === 'either' && (mark.gapBefore || mark.afterMark))
}
