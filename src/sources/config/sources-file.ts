import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { UserError } from '../../errors.ts'
import { addressesOf, Sources } from './source.ts'

/** Nobody's site is asked more often than this without leave: 10 minutes. */
const OFTEN = 600

/**
 * Where coverage comes from, as `sources.yaml` says; nowhere, where there is no such file. Folders are named from its own. Throws a UserError that
 * names the file, the line and the field of everything that is wrong.
 */
export async function readSources(file: string): Promise<Sources> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw new UserError(`${file} cannot be read (${error.code}).`, { cause: error })
  })
  const said = text === null ? Sources.parse({}) : parseSources(text, file)
  const sources = said.sources.map((source) =>
    source.kind === 'folder' ? { ...source, path: resolve(dirname(file), source.path) } : source,
  )
  return { ...said, sources }
}

/** The sources that a text of YAML describes. */
export function parseSources(text: string, file: string): Sources {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw faulty(file, [`line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split('\n')[0]}`])
  const { success, data, error } = Sources.safeParse(document.toJS() ?? {})
  const issues = success ? faultsOf(data) : error.issues
  if (!success || issues.length)
    throw faulty(
      file,
      issues.map(
        ({ path, message }) => `line ${lineOf(path, document, lines)}: ${path.join('.')} ${message}`,
      ),
    )
  return data
}

const faulty = (file: string, faults: string[]) =>
  new UserError(`${file} is wrong.\n${faults.map((fault) => `  ${fault}`).join('\n')}`)

type Fault = Pick<z.core.$ZodIssue, 'path' | 'message'>

/** The line where a value stands, or the nearest that there is around it. */
function lineOf(path: PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** What is wrong between several values. */
function faultsOf({ contact, inside, sources }: Sources): Fault[] {
  const names = sources.map(({ name }) => name)
  return sources.flatMap((source, i) => {
    const path = ['sources', i]
    const outside = addressesOf(source).filter((url) => !inside.includes(new URL(url).host))
    const faults: Fault[] = []
    if (names.indexOf(source.name) < i)
      faults.push({ path: [...path, 'name'], message: 'is another source’s' })
    if (outside.length && !contact)
      faults.push({ path, message: 'is fetched from, so the file needs contact: a mail address or a page' })
    if (outside.length && source.kind !== 'hook' && source.every < OFTEN)
      faults.push({
        path: [...path, 'every'],
        message: 'is less than 10m, which only hosts of inside: may be',
      })
    return faults
  })
}
