// Runs `ingest --dry-run`: prints what would be read, and keeps nothing.
import { count } from '../../replies/phrases.ts'
import { sanitizeLine, sanitizeText } from '../../replies/sanitize-text.ts'
import { type Preview, type Previews, preview } from '../../sources/preview.ts'
import { withAddresses } from '../../sources/read-address.ts'

/**
 * Prints what would be read of files, folders and addresses: as text, or as one JSON object with `stories` and
 * `refused`. `folder` is the data folder, whose `sources.yaml` names the hosts that may be fetched from; its
 * archive is not opened. Returns the exit code: 1 where anything would be refused.
 */
export async function printPreviews(paths: string[], folder: string, json: boolean): Promise<number> {
  const previews = await withAddresses(folder, (read) => preview(paths, read, new Date()))
  console.log(json ? toJson(previews) : toText(previews))
  return previews.refused.length ? 1 : 0
}

const toJson = ({ stories, refused }: Previews) =>
  JSON.stringify({
    stories,
    refused: refused.map(({ file, field, message }) => ({ file, field, message })),
  })

function toText({ stories, refused }: Previews): string {
  const lines = stories.map((story) => storyLines(story).join('\n'))
  const refusals = refused.map(({ message }) => `would be refused: ${sanitizeLine(message)}`)
  const total = `${count(stories.length, 'article')} would be read, ${refused.length} refused. Nothing was kept.`
  return [...lines, ...(refusals.length ? [refusals.join('\n')] : []), total].join('\n\n')
}

/** The longest words that are shown of what was left out, in UTF-16 code units. */
const MAX_LEFT_OUT_CHARS = 100

function storyLines({ source, facts, quotability, ...read }: Preview): string[] {
  const factLines = facts.map(({ name, value, from }) => `${name}: ${[value].flat().join(', ')}   (${from})`)
  const passages = read.passages.map(
    ({ ordinal, kind, text }) => `¶${ordinal} ${kind === 'paragraph' ? '' : `[${kind}] `}${text}`,
  )
  const quotations = read.quotations.map(
    ({ text, speaker, mention }) =>
      `“${text}” — ${speaker ?? 'speaker not stated'}${mention ? ` (“${mention}”)` : ''}`,
  )
  const leftOut = read.leftOut.map(({ words, why }) => `${why}: ${words.slice(0, MAX_LEFT_OUT_CHARS)}`)
  return [
    sanitizeLine(source),
    ...section(`${quotability}:`, factLines),
    ...section(`${count(passages.length, 'passage')}:`, passages),
    ...section(`${count(quotations.length, 'quotation')}:`, quotations),
    ...section('left out:', leftOut),
    ...section('not read:', read.notes),
  ].map(sanitizeText)
}

/** Returns a title with its lines below it; nothing where there are no lines. */
const section = (title: string, lines: string[]): string[] =>
  lines.length ? [`  ${title}`, ...lines.map((line) => `    ${line.replaceAll('\n', ' ')}`)] : []
