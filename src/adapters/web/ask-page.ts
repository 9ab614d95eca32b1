// Renders the page where people ask.
import { html } from 'hono/html'
import type { AnyCommand, Option } from '../../../commands/command.ts'
import { MAX_OPTION_CHARS } from '../../../commands/read-input.ts'
import type { ListedStory } from '../../answers/latest-stories.ts'
import type { Suggestion } from '../../answers/suggest.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { type Markup, speakerPath } from '../../replies/html.ts'
import { formatDay } from '../../replies/phrases.ts'
import { renderPage } from './page-layout.ts'
import { addressOf, filterOptions, freeOption, type WebQuestion } from './question-address.ts'
import { datalistAttribute, suggestionLists } from './suggestion-lists.ts'

/** What the page shows besides the question: its answer or, while `answer` is null, the newest stories. */
type AskPageContent = {
  commands: AnyCommand[]
  answer: Markup | null
  latest: ListedStory[]
  suggest: Newsroom['read']['suggest']
}

/** Returns the page: the commands, the question, and its answer where there is one. */
export function askPage(question: WebQuestion, content: AskPageContent): Markup {
  const { commands, answer, suggest } = content
  const { command, words } = question
  return renderPage({
    title: words ? `“${words}”` : 'Ask the coverage',
    place: '/',
    body: html`${answer === null ? welcomeSection : html`<h1 class="unseen">Ask the coverage</h1>`}
<form class="ask" action="/" method="get" role="search">
${commandTabs(question, commands)}
${questionField(question)}
${suggestionLists(question.command, suggest)}
${filterChips(question)}
${filterFields(question)}
</form>
${answer === null ? startSection(command, content) : html`<section class="answer" aria-label="Answer">${answer}</section>`}`,
  })
}

const welcomeSection = html`<div class="welcome">
<h1>Read the coverage back, word for word.</h1>
<p>Every answer is published text: who said it, to whom, in which story and paragraph. Where there is nothing, it says so.</p>
</div>`

/** Returns the commands as tabs. Each keeps the words of the question, and those filters that the command has. */
function commandTabs(question: WebQuestion, commands: AnyCommand[]): Markup {
  return html`<nav class="links tabs" aria-label="What to ask">${commands
    .filter(freeOption)
    .map(
      (command) =>
        html`<a href="${addressOf({ ...question, command })}"${
          command.name === question.command.name && html` aria-current="page"`
        }>${title(command.name)}</a>`,
    )}</nav>`
}

const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const questionField = ({
  command,
  words,
}: WebQuestion) => html`<input type="hidden" name="command" value="${command.name}">
<label for="q">${command.description}</label>
<div class="field">
<input id="q" name="q" type="search" value="${words}" maxlength="${MAX_OPTION_CHARS}" autocomplete="off" placeholder="${command.examples[0]}"${freeField(command)}${
  words === '' && html` autofocus`
}>
<button>Ask</button>
</div>`

function freeField(command: AnyCommand): Markup | false | undefined {
  const option = command.options[freeOption(command) ?? '']
  return option && datalistAttribute(option)
}

/** Returns the filters that are set, each with a link that removes it. */
function filterChips({ command, words, filters }: WebQuestion): Markup | false {
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

const offeredFilters = (command: AnyCommand) => filterOptions(command).filter(([, { typed }]) => !typed)

const filterFields = ({ command, filters }: WebQuestion) =>
  offeredFilters(command).length > 0 &&
  html`<details class="narrow"><summary>Narrow</summary>
<div>${offeredFilters(command).map(([name, option]) => filterField(name, option, filters[name] ?? ''))}</div>
</details>`

const filterField = (name: string, option: Option, value: string) => html`<p>
<label for="f-${name}">${title(name)}</label>
<input id="f-${name}" name="${name}" value="${value}" autocomplete="off" aria-describedby="d-${name}"${datalistAttribute(option)}>
<small id="d-${name}">${option.description}</small></p>`

/** Returns what the page shows before a question: examples, the most quoted speakers and the latest stories. */
const startSection = (command: AnyCommand, { latest, suggest }: AskPageContent) => html`<div class="start">
<div>${examples(command)}${mostQuoted(suggest('speaker', ''))}</div>
${latest.length > 0 && latestStories(latest)}
</div>`

const examples = (command: AnyCommand) => html`<section class="examples"><h2>For example</h2>
<ul>${command.examples.map(
  (example) =>
    html`<li><a href="/?${new URLSearchParams({ command: command.name, q: example })}">${example}</a></li>`,
)}</ul></section>`

/** Speakers in “Most quoted”. */
const MOST_QUOTED_SHOWN = 6

const mostQuoted = (speakers: Suggestion[]) =>
  speakers.length > 0 &&
  html`<section class="examples"><h2>Most quoted</h2>
<p>${speakers.slice(0, MOST_QUOTED_SHOWN).map(({ value, label }, i) => html`${i > 0 && ' · '}<a href="${speakerPath(value)}">${label}</a>`)}</p></section>`

const latestStories = (stories: ListedStory[]) => html`<section class="latest"><h2>Latest in the coverage</h2>
<ul>${stories.map(
  ({ id, headline, outlet, publishedAt }) =>
    html`<li><a href="/articles/${encodeURIComponent(id)}">${headline}</a> <span class="facts">${[outlet, publishedAt && formatDay(publishedAt)].filter(Boolean).join(' · ')}</span></li>`,
)}</ul></section>`
