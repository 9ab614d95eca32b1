// Suggests names of speakers, outlets, authors and articles for form fields.
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AnyCommand, Option, OptionKind } from '../../../commands/command.ts'
import type { SuggestionKind } from '../../answers/suggest.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Markup } from '../../replies/html.ts'

const SUGGESTIBLE: OptionKind[] = ['speaker', 'outlet', 'author', 'article'] satisfies SuggestionKind[]

const isSuggestible = (kind: string): kind is SuggestionKind => SUGGESTIBLE.some((one) => one === kind)

/** Returns the `list` attribute that ties a field to its suggestions; false for an option without any. */
export const datalistAttribute = ({ kind }: Option) => isSuggestible(kind) && html` list="names-${kind}"`

/** Returns a datalist of the most frequent names for each kind of option that a command has. */
export function suggestionLists({ options }: AnyCommand, suggest: Newsroom['read']['suggest']): Markup {
  const kinds = new Set(Object.values(options).map(({ kind }) => kind))
  return html`${[...kinds]
    .filter(isSuggestible)
    .map(
      (kind) =>
        html`<datalist id="names-${kind}">${suggest(kind, '').map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</datalist>`,
    )}`
}

/** Returns the route `/names/KIND?typed=…`, from which the script loads suggestions as JSON. */
export const suggestionRoutes = ({ read: { suggest } }: Newsroom) =>
  new Hono().get('/names/:kind', (c) => {
    const kind = c.req.param('kind')
    return isSuggestible(kind) ? c.json(suggest(kind, c.req.query('typed') ?? '')) : c.notFound()
  })
