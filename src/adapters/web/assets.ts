import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

const FOLDER = join(import.meta.dirname, 'assets')

/** The one style of all pages is written in parts; what depends on the screen comes last. */
const STYLE = ['base', 'frame', 'ask', 'answer', 'story', 'voice', 'draft', 'status', 'screens']

type Asset = { text: string; type: string; print: string }

const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8')

function asset(text: string, type: string): Asset {
  return { text, type, print: createHash('sha256').update(text).digest('hex').slice(0, 8) }
}

const FILES: Record<string, Asset> = {
  'reader.css': asset(STYLE.map((part) => read(`${part}.css`)).join('\n'), 'text/css; charset=utf-8'),
  'reader.js': asset(read('reader.js'), 'text/javascript; charset=utf-8'),
  'icon.svg': asset(read('icon.svg'), 'image/svg+xml'),
}

/** The path of a file that pages load; it changes whenever the file does, so that it may be kept for good. */
export const assetPath = (name: string) => `/assets/${FILES[name]?.print}/${name}`

/** Serves the style, the script and the icon. */
export const assets = new Hono().get('/assets/:print/:name', (c) => {
  const file = FILES[c.req.param('name')]
  if (!file || file.print !== c.req.param('print')) return c.notFound()
  c.header('Content-Type', file.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  return c.body(file.text)
})
