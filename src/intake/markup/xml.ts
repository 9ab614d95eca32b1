import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Refusal } from '../../errors.ts'

/** An XML element: its name without a prefix, its attributes, and what is in it, in order. */
export type Element = {
  name: string
  attributes: Record<string, string | undefined>
  children: (Element | string)[]
}

/** A document type that declares something of its own: entities, above all, which are never followed. */
const DECLARING = /<!DOCTYPE(?:[^"'[>]|"[^"]*"|'[^']*')*\[/iuy
/** What may hold anything, and how it ends. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** The root element of a document. Refuses what is not well formed, and what declares entities. */
export function parseXml(text: string, file: string): Element {
  checkXml(text, file)
  const root = parsed(text, file).find((child) => typeof child !== 'string')
  if (!root || typeof root === 'string') throw new Refusal(file, 'xml', 'has no element in it')
  return root
}

/** Refuses XML that is not well formed, or declares entities. */
export function checkXml(text: string, file: string): void {
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: true })
  if (valid !== true) throw new Refusal(file, 'xml', `line ${valid.err.line}: ${valid.err.msg}`)
  if (declares(text)) throw new Refusal(file, 'xml', 'declares entities, which are never followed')
}

/** Whether a document type anywhere outside of comments and character data declares something. */
function declares(text: string): boolean {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at + 2)) {
    const [, close] = OPAQUE.find(([open]) => text.startsWith(open, at)) ?? []
    DECLARING.lastIndex = at
    if (!close && DECLARING.test(text)) return true
    if (close) at = text.indexOf(close, at)
    if (at < 0) return false
  }
  return false
}

function parsed(text: string, file: string): (Element | string)[] {
  try {
    return elements(parser.parse(text))
  } catch (error) {
    throw new Refusal(file, 'xml', error instanceof Error ? error.message : 'cannot be read', {
      cause: error,
    })
  }
}

type Ordered = { ':@'?: Record<string, string>; '#text'?: string } & Record<string, unknown>

function elements(nodes: Ordered[]): (Element | string)[] {
  return nodes.map(({ ':@': attributes = {}, '#text': text, ...named }) => {
    const [name] = Object.keys(named)
    if (name === undefined) return text ?? ''
    return { name, attributes, children: elements(named[name] as Ordered[]) }
  })
}

/** The elements of a name in another, in order. */
export const within = (element: Element | undefined, name: string): Element[] =>
  (element?.children ?? []).filter((child): child is Element => isNamed(child, name))

const isNamed = (child: Element | string, name: string) => typeof child !== 'string' && child.name === name

/** The first element at the end of a path of names. */
export function at(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((found, name) => within(found, name)[0], element)
}

/** Every element of a name, however deep, in the order of the document. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child, ...all(child, name)] : all(child, name)
  })
}

/** The words in an element; undefined where there is none of it. */
export function words(element: Element | undefined): string | undefined {
  return element?.children
    .map((child) => (typeof child === 'string' ? child : words(child)))
    .join('')
    .trim()
}
