// Pairs the opening and closing quotation marks of a paragraph.
import type { Mark } from './marks.ts'

/** The most marks that are open at once: no news text nests quotations deeper. It bounds the work on hostile text. */
const MAX_NESTING_DEPTH = 8

/** The pairs of marks in a paragraph, and the outermost double mark that is never closed. */
export type MarkPairs = { pairs: [Mark, Mark][]; open: Mark | undefined }

/** Pairs the marks of one paragraph with a stack, like brackets, and tolerates marks that are never closed. */
export function pairMarks(marks: Mark[]): MarkPairs {
  const ahead = lookAhead(marks)
  const open: Mark[] = []
  const pairs: [Mark, Mark][] = []
  marks.forEach((mark, i) => {
    const at = open.findLastIndex(({ kind }) => kind === mark.kind)
    const partner = open[at]
    const action = ACTIONS[mark.kind]({
      mark,
      open,
      at,
      ahead: ahead[i] ?? NOTHING_AHEAD,
      previous: marks[i - 1],
    })
    if (action === 'close' && partner) pairs.push([partner, mark])
    if (action === 'close' || action === 'reopen') open.length = at
    if ((action === 'open' || action === 'reopen') && open.length < MAX_NESTING_DEPTH) open.push(mark)
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

type MarkContext = { mark: Mark; open: Mark[]; at: number; ahead: Ahead; previous: Mark | undefined }
type Action = 'open' | 'close' | 'reopen' | 'ignore'

function actionOfDouble(context: MarkContext): Action {
  const { mark, at, ahead } = context
  const isOpen = at >= 0
  const opens = opensDouble(context)
  if (mark.direction === 'open') return isOpen && !opens && !mark.wordAfter ? 'close' : 'open'
  if (mark.direction === 'close') {
    if (isOpen) return 'close'
    return mark.startsParagraph || (opens && mark.wordAfter) ? 'open' : 'ignore'
  }
  if (!isOpen) return opens ? 'open' : 'ignore'
  const reopens = mark.gapBefore && mark.wordAfter && ahead.double
  return reopens ? 'reopen' : 'close'
}

/** A corner bracket opens or closes as its glyph says. */
function actionOfBracket({ mark, at }: MarkContext): Action {
  return mark.direction === 'open' ? 'open' : at >= 0 ? 'close' : 'ignore'
}

const ACTIONS = { double: actionOfDouble, single: actionOfSingle, bracket: actionOfBracket }

/**
 * Whether a mark is left-flanking as in CommonMark: a gap before, none after. A missing space after a stop is
 * tolerated.
 */
function opensDouble({ mark, open, at, previous }: MarkContext): boolean {
  const afterOpening = mark.afterMark && previous !== undefined && open.includes(previous)
  const afterStop = at < 0 && mark.wordAfter && !mark.afterMark
  return !mark.spaceAfter && (mark.gapBefore || afterOpening || afterStop)
}

function actionOfSingle({ mark, open, at, ahead }: MarkContext): Action {
  const innermost = at >= 0 && at === open.length - 1
  if (innermost && closes(mark)) {
    const better = ahead.closingSingle && !ahead.openingSingleFirst
    return mark.mayBeApostrophe && better ? 'ignore' : 'close'
  }
  return at < 0 && opensSingle(mark) && ahead.closingSingle ? 'open' : 'ignore'
}

function closes(mark: Mark): boolean {
  return mark.direction !== 'open' && !mark.gapBefore && !mark.wordAfter
}

function opensSingle(mark: Mark): boolean {
  if (!mark.mayOpen || !mark.wordAfter) return false
  return mark.direction === 'open' || (mark.direction === 'either' && (mark.gapBefore || mark.afterMark))
}
