import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/archive/article.ts'
import { readPage } from '../../../src/intake/formats/html-page.ts'
import { itemsIn } from '../../../src/intake/formats/listed-items.ts'
import { readMarkdown } from '../../../src/intake/formats/markdown.ts'
import { readWire } from '../../../src/intake/formats/wire.ts'
import { buildStory } from '../../../src/intake/model/build-story.ts'
import { storyFromItem } from '../../../src/intake/model/feed-item.ts'
import { FORMATS, type MadeFormat, madeStory } from '../made-site.ts'

const PLACE = { file: 'https://bell.example/read', from: 'from:bell' }

function read({ ending, as }: MadeFormat, source: string): Story {
  if (ending === 'html') return buildStory(readPage(source, PLACE.file), PLACE)
  if (ending === 'md') return buildStory(readMarkdown(source, PLACE.file), PLACE)
  const [item] = as === 'list' ? itemsIn(source, PLACE.file) : readWire(source, PLACE.file)
  if (!item) throw new Error('No item was read.')
  return storyFromItem(item, PLACE)
}

/** WordPress names no outlet in a post; what a story states is the same in all else. */
const OUTLET_UNKNOWN = 'WordPress'

const instant = (time: string | null) => time && new Date(time).toISOString()

describe('two hundred stories of one site', () => {
  it.each(FORMATS)('give the same facts and words in $name', (format) => {
    for (let number = 0; number < 200; number++) {
      const { paragraphs, publishedAt, updatedAt, outlet, ...made } = madeStory(number)
      const story = read(format, format.write(madeStory(number)))
      expect({
        ...story,
        publishedAt: instant(story.publishedAt),
        updatedAt: instant(story.updatedAt),
      }).toMatchObject({
        headline: made.headline,
        authors: made.authors,
        url: made.url,
        outlet: format.name === OUTLET_UNKNOWN ? null : outlet,
        publishedAt: instant(publishedAt),
        updatedAt: instant(updatedAt),
        status: 'usable',
        correction: null,
        text: paragraphs.join('\n'),
      })
    }
  })
})
