import { html } from 'hono/html'
import type { AnyCommand, Option } from '../../../commands/command.ts'
import type { Named } from '../../answers/latest.ts'
import type { Suggestion } from '../../answers/suggest.ts'
import type { Newsroom } from '../../newsroom.ts'
import { type Markup, speakerPath } from '../../replies/html.ts'
import { day } from '../../replies/phrases.ts'
import { page } from './page-layout.ts'
import { type Asking, addressOf, freeOption, LONGEST, narrowing } from './parse-address.ts'
import { nameLists, namesFor } from './suggestion-lists.ts'

/** What a page shows besides the question: the answer to it, or, before there is one, the newest stories. */
type Shown = {
  commands: AnyCommand[]
  answer: Markup | null
  latest: Named[]
  suggest: Newsroom['suggest']
}

/** The page where people ask: what can be asked, what is asked now, and the answer where there is one. */
export function askPage(asking: Asking, shown: Shown): Markup {
  const { commands, answer, suggest } = shown
  const { command, words } = asking
  return page({
    title: words ? `“${words}”` : 'Ask the coverage',
    place: '/',
    body: html`${answer === null ? welcome : html`<h1 class="unseen">Ask the coverage</h1>`}
<form class="ask" action="/" method="get" role="search">
${tabs(asking, commands)}
${field(asking)}
${nameLists(asking.command, suggest)}
${chips(asking)}
${narrow(asking)}
</form>
${answer === null ? ways(command, shown) : html`<section class="answer" aria-label="Answer">${answer}</section>`}`,
  })
}

const welcome = html`<div class="welcome">
<h1>Read the coverage back, word for word.</h1>
<p>Every answer is published text: who said it, to whom, in which story and paragraph. Where there is nothing, it says so.</p>
</div>`

/** The commands as tabs; each keeps the words, and what filters it knows. */
function tabs(asking: Asking, commands: AnyCommand[]): Markup {
  return html`<nav class="links tabs" aria-label="What to ask">${commands
    .filter(freeOption)
    .map(
      (command) =>
        html`<a href="${addressOf({ ...asking, command })}"${
          command.name === asking.command.name && html` aria-current="page"`
        }>${title(command.name)}</a>`,
    )}</nav>`
}

const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const field = ({
  command,
  words,
}: Asking) => html`<input type="hidden" name="command" value="${command.name}">
<label for="q">${command.description}</label>
<div class="field">
<input id="q" name="q" type="search" value="${words}" maxlength="${LONGEST}" autocomplete="off" placeholder="${command.examples[0]}"${freeField(command)}${
  words === '' && html` autofocus`
}>
<button>Ask</button>
</div>`

function freeField(command: AnyCommand): Markup | false | undefined {
  const option = command.options[freeOption(command) ?? '']
  return option && namesFor(option)
}

/** The filters in force, each of which can be taken away. */
function chips({ command, words, filters }: Asking): Markup | false {
  const without = (name: string) =>
    addressOf({
      command,
      words,
      filters: Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name)),
    })
  const chip = ([name, value]: [string, string]) =>
    html`<li><a href="${without(name)}" aria-label="Remove ${name} ${value}"><span>${name}</span> ${value} <span aria-hidden="true">×</span></a></li>`
  const set = Object.entries(filters)
  return set.length > 0 && html`<ul class="chips" aria-label="Filters">${set.map(chip)}</ul>`
}

const narrow = ({ command, filters }: Asking) =>
  narrowing(command).length > 0 &&
  html`<details class="narrow"><summary>Narrow</summary>
<div>${narrowing(command).map(([name, option]) => filter(name, option, filters[name] ?? ''))}</div>
</details>`

const filter = (name: string, option: Option, value: string) => html`<p>
<label for="f-${name}">${title(name)}</label>
<input id="f-${name}" name="${name}" value="${value}" autocomplete="off" aria-describedby="d-${name}"${namesFor(option)}>
<small id="d-${name}">${option.description}</small></p>`

/** Ways in for somebody who has asked nothing yet: examples, and what the coverage has. */
const ways = (command: AnyCommand, { latest, suggest }: Shown) => html`<div class="start">
<div>${examples(command)}${mostQuoted(suggest('speaker', ''))}</div>
${latest.length > 0 && newest(latest)}
</div>`

const examples = (command: AnyCommand) => html`<section class="examples"><h2>For example</h2>
<ul>${command.examples.map(
  (example) =>
    html`<li><a href="/?${new URLSearchParams({ command: command.name, q: example })}">${example}</a></li>`,
)}</ul></section>`

/** Speakers that are offered at once. */
const VOICES = 6

const mostQuoted = (speakers: Suggestion[]) =>
  speakers.length > 0 &&
  html`<section class="examples"><h2>Most quoted</h2>
<p>${speakers.slice(0, VOICES).map(({ value, label }, i) => html`${i > 0 && ' · '}<a href="${speakerPath(value)}">${label}</a>`)}</p></section>`

const newest = (stories: Named[]) => html`<section class="latest"><h2>Latest in the coverage</h2>
<ul>${stories.map(
  ({ id, headline, outlet, publishedAt }) =>
    html`<li><a href="/articles/${encodeURIComponent(id)}">${headline}</a> <span class="facts">${[outlet, publishedAt && day(publishedAt)].filter(Boolean).join(' · ')}</span></li>`,
)}</ul></section>`
