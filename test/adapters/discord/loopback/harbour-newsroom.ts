// Opens a newsroom over four invented stories of a harbour town.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Newsroom, openNewsroom } from '../../../../src/newsroom/newsroom.ts'

/** Returns the Markdown file of a story in the Tidewater Bell. `more` is further front matter. */
export const storyOf = (name: string, said: string, more = '') => `---
headline: ${name} stays in harbour
outlet: The Tidewater Bell
authors: [Ines Okafor]
publishedAt: 2026-01-14
url: https://bell.example/${name.toLowerCase()}
${more}---

The ${name} will stay in harbour, the harbour master said on Monday.

“${said}” Mara Quist told the Bell.
`

/** A newsroom over four stories in which somebody says please, and one that was killed, in a temporary folder. */
export type HarbourNewsroom = {
  newsroom: Newsroom
  /** The folder of its archive. */
  data: string
  /** Closes the newsroom and opens it again. */
  reopen(): Promise<Newsroom>
  /** Writes a story, and reads it in. */
  keep(name: string, text: string): Promise<void>
  close(): Promise<void>
}

const SILENT_LOG = { info: () => {}, warn: () => {}, error: () => {} }

export async function openHarbourNewsroom(): Promise<HarbourNewsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'readback-town-'))
  const data = join(folder, 'data')
  await mkdir(join(data, 'articles'), { recursive: true })
  const put = (name: string, text: string) => writeFile(join(data, 'articles', `${name}.md`), text)
  await put('ferry', storyOf('Ferry', 'We say please to the sea, and the sea says no,'))
  await put(
    'tug',
    storyOf(
      'Tug',
      'Nobody on this quay has ever asked a tug for help with a please, and yet it pulls whatever is tied to it,',
    ),
  )
  await put(
    'otter',
    storyOf(
      'Otter',
      'The otter takes the herring from the deck, and from the boxes, and looks at us, and never a please,',
    ),
  )
  await put(
    'trawler',
    storyOf(
      'Trawler',
      'If a trawler comes by at night with a please and a lantern, mind your nets and your moorings,',
    ),
  )
  await put('barge', storyOf('Barge', 'Silas the barge would say please in Latin,', 'status: killed\n'))
  let newsroom = await openNewsroom({ publicUrl: null, data }, SILENT_LOG)
  return {
    data,
    get newsroom() {
      return newsroom
    },
    async reopen() {
      await newsroom.close()
      newsroom = await openNewsroom({ publicUrl: null, data }, SILENT_LOG)
      return newsroom
    },
    async keep(name, text) {
      await put(name, text)
      await newsroom.intake.ingest([join(data, 'articles', `${name}.md`)])
    },
    async close() {
      await newsroom.close()
      await rm(folder, { recursive: true })
    },
  }
}
