import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

const FOLDER = join(import.meta.dirname, 'assets')
const TYPES = {
  'reader.css': 'text/css; charset=utf-8',
  'reader.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

type Name = keyof typeof TYPES
type Asset = { text: string; type: string; print: string }

const FILES = Object.fromEntries(
  Object.entries(TYPES).map(([name, type]): [string, Asset] => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    return [name, { text, type, print: createHash('sha256').update(text).digest('hex').slice(0, 8) }]
  }),
)

/** The path of a file that pages load; it changes whenever the file does, so that it may be kept for good. */
export const assetPath = (name: Name) => `/assets/${FILES[name]?.print}/${name}`

/** Serves the style, the script and the icon. */
export const assets = new Hono().get('/assets/:print/:name', (c) => {
  const file = FILES[c.req.param('name')]
  if (!file || file.print !== c.req.param('print')) return c.notFound()
  c.header('Content-Type', file.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  return c.body(file.text)
})
