// Reads and checks sources.yaml.
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { UserError } from '../../errors.ts'
import { SourcesConfig, urlsOf } from './source.ts'

/** The shortest polling interval for external sites, in seconds (10 minutes). */
const MIN_POLL_SECONDS = 600

/**
 * Returns the sources that `sources.yaml` describes; none where the file does not exist. Paths of folders are
 * relative to the file. Throws a UserError that names the file, and the line and the field of every error.
 */
export async function readSources(file: string): Promise<SourcesConfig> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw new UserError(`${file} cannot be read (${error.code}).`, { cause: error })
  })
  const config = text === null ? SourcesConfig.parse({}) : parseSources(text, file)
  const sources = config.sources.map((source) =>
    source.kind === 'folder' ? { ...source, path: resolve(dirname(file), source.path) } : source,
  )
  return { ...config, sources }
}

/** Returns the sources that a YAML text describes. Throws a UserError as `readSources` does. */
export function parseSources(text: string, file: string): SourcesConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken)
    throw configError(file, [`line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split('\n')[0]}`])
  const { success, data, error } = SourcesConfig.safeParse(documentValue(document, file) ?? {})
  const issues = success ? crossFieldIssues(data) : error.issues
  if (!success || issues.length)
    throw configError(
      file,
      issues.map(
        ({ path, message }) => `line ${lineOf(path, document, lines)}: ${path.join('.')} ${message}`,
      ),
    )
  return data
}

/** Returns the value of a document. Throws a UserError for aliases of nothing, and for more of them than anybody writes. */
function documentValue(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (failure) {
    throw configError(file, [`line 1: ${failure instanceof Error ? failure.message : 'cannot be read'}`])
  }
}

const configError = (file: string, issues: string[]) =>
  new UserError(`${file} is wrong.\n${issues.map((issue) => `  ${issue}`).join('\n')}`)

type ConfigIssue = Pick<z.core.$ZodIssue, 'path' | 'message'>

/** Returns the line of a value, or of the nearest value around it that exists; counted from 1. */
function lineOf(path: PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/**
 * Returns the errors that concern several values: names used twice, a missing contact, and intervals that are
 * too short for external sites.
 */
function crossFieldIssues({ contact, inside, sources }: SourcesConfig): ConfigIssue[] {
  const names = sources.map(({ name }) => name)
  return sources.flatMap((source, i) => {
    const path = ['sources', i]
    const outside = urlsOf(source).filter((url) => !inside.includes(new URL(url).host))
    const issues: ConfigIssue[] = []
    if (names.indexOf(source.name) < i)
      issues.push({ path: [...path, 'name'], message: 'is another source’s' })
    if (outside.length && !contact)
      issues.push({ path, message: 'is fetched from, so the file needs contact: a mail address or a page' })
    if (outside.length && source.kind !== 'hook' && source.every < MIN_POLL_SECONDS)
      issues.push({
        path: [...path, 'every'],
        message: 'is less than 10m, which only hosts of inside: may be',
      })
    return issues
  })
}
