// Parses XML into element trees, without entity declarations.
import { decodeHTMLStrict } from 'entities'
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
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/**
 * Returns the root element of a document. Throws a Refusal for XML that is not well formed, or that declares
 * entities. Character references are decoded, those of HTML too; the text of CDATA sections stays as it is.
 */
export function parseXml(source: string, file: string): XmlElement {
  const text = mendXml(source)
  checkXml(text, file)
  const root = parseNodes(text, file).find((child) => typeof child !== 'string')
  if (!root || typeof root === 'string') throw new Refusal(file, 'xml', 'has no element in it')
  return root
}

/** A `&` that begins no reference, and the sections in which it may stand as it is. */
const OPAQUE_OR_BARE_AMPERSAND =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:[a-z][a-z0-9]{0,31}|#\d{1,7}|#x[0-9a-f]{1,6});)/giu

/**
 * Returns a document with two common mistakes mended, which no reader of feeds minds: blanks before the XML
 * declaration, and a `&` that is written as it is.
 */
export const mendXml = (text: string): string =>
  text
    .replace(/^[\ufeff\s]+(?=<)/u, '')
    .replace(OPAQUE_OR_BARE_AMPERSAND, (found) => (found === '&' ? '&amp;' : found))

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

type Ordered = { ':@'?: Record<string, string>; '#text'?: string; '#cdata'?: Ordered[] } & Record<
  string,
  unknown
>

function toElements(nodes: Ordered[]): (XmlElement | string)[] {
  return nodes.map(({ ':@': attributes = {}, '#text': text, '#cdata': cdata, ...named }) => {
    if (cdata) return cdata.map((part) => part['#text'] ?? '').join('')
    const [name] = Object.keys(named)
    if (name === undefined) return decodeReferences(text ?? '')
    return {
      name,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key, decodeReferences(String(value))]),
      ),
      children: toElements(named[name] as Ordered[]),
    }
  })
}

const decodeReferences = (words: string) => (words.includes('&') ? decodeHTMLStrict(words) : words)

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
