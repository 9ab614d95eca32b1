// Serves the style, the script and the icon of the reader.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

const ASSETS_FOLDER = join(import.meta.dirname, 'assets')

/** The parts of the style sheet, in order; what depends on the screen size comes last. */
const STYLE_PARTS = ['base', 'frame', 'ask', 'answer', 'story', 'voice', 'draft', 'status', 'screens']

type Asset = { text: string; type: string; fingerprint: string }

const read = (file: string) => readFileSync(join(ASSETS_FOLDER, file), 'utf8')

function asset(text: string, type: string): Asset {
  return { text, type, fingerprint: createHash('sha256').update(text).digest('hex').slice(0, 8) }
}

const ASSETS: Record<string, Asset> = {
  'reader.css': asset(STYLE_PARTS.map((part) => read(`${part}.css`)).join('\n'), 'text/css; charset=utf-8'),
  'reader.js': asset(read('reader.js'), 'text/javascript; charset=utf-8'),
  'icon.svg': asset(read('icon.svg'), 'image/svg+xml'),
}

/** Returns the path of an asset. It holds a hash of the content, so that browsers may cache it for ever. */
export const assetPath = (name: string) => `/assets/${ASSETS[name]?.fingerprint}/${name}`

/** The routes of the assets; 404 for a hash other than the current one. */
export const assets = new Hono().get('/assets/:print/:name', (c) => {
  const file = ASSETS[c.req.param('name')]
  if (!file || file.fingerprint !== c.req.param('print')) return c.notFound()
  c.header('Content-Type', file.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  return c.body(file.text)
})
