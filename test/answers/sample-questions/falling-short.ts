// Lists questions that the stories answer and that we fall short of, each with why.
import type { Row } from './row.ts'

export const FALLING_SHORT: Row[] = [
  // What he says of the bridge stands in paragraphs that do not name it.
  ['quote', 'Bielak on the bridge', { by: 'Tomasz Bielak' }],
]
