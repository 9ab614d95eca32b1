// Parses XML into element trees, without entity declarations.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Refusal } from '../../errors.ts'

/** An XML element: its name without the prefix, its attributes, and its children in document order. */
export type XmlElement = {
  name: string
  attributes: Record<string, string | undefined>
  children: (XmlElement | string)[]
}

/** A document type with declarations of its own. They may declare entities, which are never expanded. */
const DOCTYPE_WITH_DECLARATIONS = /<!DOCTYPE(?:[^"'[>]|"[^"]*"|'[^']*')*\[/iuy
/** The sections that may hold any text: how they begin and end. */
const OPAQUE_SECTIONS = [
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

/**
 * Returns the root element of a document. Throws a Refusal for XML that is not well formed, or that declares
 * entities.
 */
export function parseXml(text: string, file: string): XmlElement {
  checkXml(text, file)
  const root = parseNodes(text, file).find((child) => typeof child !== 'string')
  if (!root || typeof root === 'string') throw new Refusal(file, 'xml', 'has no element in it')
  return root
}

/** Throws a Refusal for XML that is not well formed, or that declares entities. */
export function checkXml(text: string, file: string): void {
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: true })
  if (valid !== true) throw new Refusal(file, 'xml', `line ${valid.err.line}: ${valid.err.msg}`)
  if (hasDeclarations(text)) throw new Refusal(file, 'xml', 'declares entities, which are never followed')
}

/** Returns whether a document type has declarations. Comments and CDATA sections are skipped. */
function hasDeclarations(text: string): boolean {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at + 2)) {
    const [, close] = OPAQUE_SECTIONS.find(([open]) => text.startsWith(open, at)) ?? []
    DOCTYPE_WITH_DECLARATIONS.lastIndex = at
    if (!close && DOCTYPE_WITH_DECLARATIONS.test(text)) return true
    if (close) at = text.indexOf(close, at)
    if (at < 0) return false
  }
  return false
}

function parseNodes(text: string, file: string): (XmlElement | string)[] {
  try {
    return toElements(parser.parse(text))
  } catch (error) {
    throw new Refusal(file, 'xml', error instanceof Error ? error.message : 'cannot be read', {
      cause: error,
    })
  }
}

type Ordered = { ':@'?: Record<string, string>; '#text'?: string } & Record<string, unknown>

function toElements(nodes: Ordered[]): (XmlElement | string)[] {
  return nodes.map(({ ':@': attributes = {}, '#text': text, ...named }) => {
    const [name] = Object.keys(named)
    if (name === undefined) return text ?? ''
    return { name, attributes, children: toElements(named[name] as Ordered[]) }
  })
}

/** Returns the child elements of a name, in order. */
export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => isNamed(child, name))

const isNamed = (child: XmlElement | string, name: string) => typeof child !== 'string' && child.name === name

/** Returns the first element at a path of names. Example: `childAt(root, 'head', 'docdata')`. */
export function childAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => childrenNamed(found, name)[0], element)
}

/**
 * Returns all descendants of a name, at any depth, in document order. Descendants of a match are included.
 */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child, ...descendantsNamed(child, name)] : descendantsNamed(child, name)
  })
}

/** Returns the text of an element and its descendants, trimmed; undefined without an element. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return element?.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim()
}
