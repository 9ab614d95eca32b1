// Reads the stories of a wire file in any of the three wire formats.
import { parseXml } from '../markup/xml.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { withTimeLimit } from '../model/time-limit.ts'
import { readNewsMl } from './newsml.ts'
import { readNinjs } from './ninjs.ts'
import { readNitf } from './nitf.ts'

/**
 * Returns the stories of a wire file. A document that begins with `{` or `[` is ninjs, one with the root
 * element `nitf` is NITF, and any other is NewsML-G2. Throws a Refusal where it cannot be read as such.
 */
export function readWire(text: string, file: string): FeedItem[] {
  if (/^[\ufeff\s]*[{[]/u.test(text)) return readNinjs(text, file)
  const root = withTimeLimit(file, () => parseXml(text, file))
  return root.name === 'nitf' ? [readNitf(root)] : readNewsMl(root, file)
}
