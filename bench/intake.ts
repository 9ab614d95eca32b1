// Measures how many pages, Markdown files and wire items are read in a second of one core.
import { readPage } from '../src/intake/formats/html-page.ts'
import { readMarkdown } from '../src/intake/formats/markdown.ts'
import { readWire } from '../src/intake/formats/wire.ts'
import { buildStory } from '../src/intake/model/build-story.ts'
import { storyFromItem } from '../src/intake/model/feed-item.ts'
import { FORMATS, type MadeFormat, madeStory } from '../test/intake/made-site.ts'

const FILES_PER_FORMAT = 150
const PARAGRAPHS_PER_STORY = 25
/** Links of navigation and related stories, and bytes of scripts, that a news page has around a story. */
const LINKS_PER_PAGE = 250
const SCRIPT_BYTES_PER_PAGE = 60_000
const PLACE = { file: 'https://bell.example/read', from: 'from:bell' }

/** The kinds of files, and the least that is read of each in a second. */
const KINDS = [
  { kind: 'pages', ending: 'html', least: 60 },
  { kind: 'Markdown files', ending: 'md', least: 400 },
  { kind: 'wire items', ending: 'json xml', least: 400 },
]

/** Returns a page with as much around its story as a news site has. */
function furnished(page: string): string {
  const links = Array.from(
    { length: LINKS_PER_PAGE },
    (_, i) =>
      `<li class="card card--small"><div class="card__body"><a href="/s/${i}"><span>Story ${i} of the harbour</span></a></div></li>`,
  )
  const script = `<script>var tide = "${'x'.repeat(SCRIPT_BYTES_PER_PAGE)}"</script>`
  return page
    .replace('</header>', `</header>${script}<ul>${links.slice(0, 60).join('')}</ul>`)
    .replace('<footer>', `<div class="more"><ul>${links.slice(60).join('')}</ul></div><footer>`)
}

function read({ ending }: MadeFormat, source: string): void {
  if (ending === 'html') buildStory(readPage(source, PLACE.file), PLACE)
  else if (ending === 'md') buildStory(readMarkdown(source, PLACE.file), PLACE)
  else for (const item of readWire(source, PLACE.file)) storyFromItem(item, PLACE)
}

/** Returns how many files of a format are read in a second of processor time, after as many to warm up. */
function rateOf(format: MadeFormat): number {
  const files = Array.from({ length: FILES_PER_FORMAT }, (_, i) =>
    format.write(madeStory(i, PARAGRAPHS_PER_STORY)),
  )
  const sources = format.ending === 'html' ? files.map(furnished) : files
  for (const source of sources) read(format, source)
  const before = process.cpuUsage()
  for (const source of sources) read(format, source)
  const { user, system } = process.cpuUsage(before)
  return sources.length / ((user + system) / 1e6)
}

for (const { kind, ending, least } of KINDS) {
  const formats = FORMATS.filter((format) => format.as === 'file' && ending.includes(format.ending))
  console.log(`${kind} (at least ${least}/s):`)
  for (const format of formats)
    console.log(`  ${format.name.padEnd(24)} ${rateOf(format).toFixed(0).padStart(6)}/s`)
}
