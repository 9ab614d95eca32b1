import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AnyCommand, Option, OptionKind } from '../../../commands/command.ts'
import type { Suggestible } from '../../answers/suggest.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Markup } from '../../replies/html.ts'

const SUGGESTIBLE: OptionKind[] = ['speaker', 'outlet', 'author', 'article'] satisfies Suggestible[]

const isSuggestible = (kind: string): kind is Suggestible => SUGGESTIBLE.some((one) => one === kind)

/** What ties a field to the names that are suggested for it. */
export const namesFor = ({ kind }: Option) => isSuggestible(kind) && html` list="names-${kind}"`

/** The names that the coverage has most of, for every kind that a command asks for. */
export function nameLists({ options }: AnyCommand, suggest: Newsroom['suggest']): Markup {
  const kinds = new Set(Object.values(options).map(({ kind }) => kind))
  return html`${[...kinds]
    .filter(isSuggestible)
    .map(
      (kind) =>
        html`<datalist id="names-${kind}">${suggest(kind, '').map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</datalist>`,
    )}`
}

/** Names for somebody who is typing one: the script asks for more than a page holds. */
export const names = ({ suggest }: Newsroom) =>
  new Hono().get('/names/:kind', (c) => {
    const kind = c.req.param('kind')
    return isSuggestible(kind) ? c.json(suggest(kind, c.req.query('typed') ?? '')) : c.notFound()
  })
