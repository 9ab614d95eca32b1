import { parseXml } from '../markup/xml.ts'
import type { Offer } from '../model/feed-item.ts'
import { readNewsMl } from './newsml.ts'
import { readNinjs } from './ninjs.ts'
import { readNitf } from './nitf.ts'
import { readWithin } from './time-limit.ts'

/** The stories of a file of a wire: ninjs, NewsML-G2 or NITF, told apart by what they begin with. */
export function readWire(text: string, file: string): Offer[] {
  if (text.trimStart().startsWith('{')) return [readNinjs(text, file)]
  const root = readWithin(file, () => parseXml(text, file))
  return root.name === 'nitf' ? [readNitf(root, file)] : readNewsMl(root, file)
}
