// Removes the parts of a page that are not the story’s own words: captions, newsletters, related stories.
import type { Page, PageElement, PageNode } from './dom.ts'

/** Words that were left out, and the reason. */
export type LeftOut = { words: string; why: string }

/**
 * What the names of an element (class, id, role) say that it holds. Names are compared as they are split by
 * `namesOf`: small letters with one hyphen between words.
 */
const KINDS: [why: string, names: RegExp][] = [
  [
    'a caption or a credit',
    /(?:^| )(?:\S*-)?(?:captions?|credits?|photo-?credit|image-?credit)(?:-(?:text|wrap|container|body|line|inner))?(?= |$)/u,
  ],
  ['a newsletter box', /(?:^| )\S*(?:newsletter|sign-?up|email-?capture|mc-?embed|mailchimp)\S*/u],
  [
    'a request to subscribe',
    /(?:^| )\S*(?:paywall|regwall|subscribe-|subscription-|-subscribe|subscriber-only|piano-|metered|donat(?:e|ion)s?-|-donat(?:e|ion)|support-us|membership-)\S*/u,
  ],
  [
    'share buttons',
    /(?:^| )\S*(?:share-?(?:bar|buttons?|links?|tools?|this|list)|social-?(?:share|sharing|links?|bar|icons?|buttons?|media)|sharedaddy|addtoany|article-share|sharing)\S*/u,
  ],
  [
    'related stories',
    /(?:^| )(?:\S*-)?(?:related|recirc\S*|recommend(?:ed|ations?)?|read-?(?:more|next|also|on)|more-?(?:on|stories|from|news)|also-?(?:read|in)|see-?also|most-?(?:read|popular|viewed)|trending|outbrain|taboola|zergnet|you-?may|up-?next|jp-relatedposts|yarpp\S*)(?:-\S*)?(?= |$)/u,
  ],
  [
    'readers’ comments',
    /(?:^| )(?:\S*-)?(?:comments?|disqus\S*|respond|livefyre|coral|fb-comments)(?:-(?:section|list|area|thread|container|wrapper|block|area|body))?(?= |$)/u,
  ],
  [
    'about the author',
    /(?:^| )(?:\S*-)?(?:author-?(?:bio|box|info|card|description|about|profile|details)|bio|about-?(?:the-?)?authors?|writer-?bio|contributor-bio|post-author-bio)(?:-\S*)?(?= |$)/u,
  ],
  [
    'navigation',
    /(?:^| )(?:\S*-)?(?:navigation|nav|navbar|breadcrumbs?|pagination|pager|tag-?list|tags|tagged|post-?tags|article-tags|skip-?link|table-of-contents|toc|site-?(?:header|footer))(?:-\S*)?(?= |$)/u,
  ],
  [
    'an advertisement',
    /(?:^| )(?:\S*-)?(?:ad|ads|advert|advertisement|adslot|ad-?unit|sponsored|promo|promotion|dfp|gpt-ad)(?:-\S*)?(?= |$)/u,
  ],
  ['a note of the browser', /(?:^| )\S*(?:cookie-|consent-|gdpr|noscript-)\S*/u],
]
/** Matches names of any kind: most elements have none. */
const ANY_KIND = new RegExp(KINDS.map(([, { source }]) => source).join('|'), 'u')
/** What the names of an element say above the first paragraph of a story, where they are no words of it. */
const KINDS_ABOVE: [why: string, names: RegExp][] = [
  [
    'the byline',
    /(?:^| )(?:\S*-)?(?:bylines?|authors?|contributors?|post-?meta|entry-?meta|article-?meta)(?:-\S*)?(?= |$)/u,
  ],
  [
    'the date',
    /(?:^| )(?:\S*-)?(?:date|dates|dateline-date|timestamp|pub-?date|published|posted-on|datetime)(?:-\S*)?(?= |$)/u,
  ],
]
/** A paragraph of this length, in UTF-16 code units, is the story’s first; an element above it is shorter. */
const FIRST_PARAGRAPH_CHARS = 60
const MAX_ABOVE_CHARS = 160
const ROLES = new Map([
  ['navigation', 'navigation'],
  ['complementary', 'related stories'],
  ['contentinfo', 'navigation'],
  ['search', 'navigation'],
])
const WHOLE_ELEMENTS = new Map([
  ['NAV', 'navigation'],
  ['FIGCAPTION', 'a caption or a credit'],
  ['AMP-AD', 'an advertisement'],
])
/** Elements that hold the whole story, or a part of it that is never clutter, whatever their names say. */
const KEPT_ELEMENTS = new Set([
  'HTML',
  'HEAD',
  'BODY',
  'ARTICLE',
  'MAIN',
  'P',
  'BLOCKQUOTE',
  'Q',
  'TIME',
  'H1',
])
/** Elements that are clutter by their names even where they are one line. */
const ONE_LINE_CLUTTER = /^(?:a caption|readers)/u
/** The most of a page’s paragraphs that clutter holds: more is the story itself. */
const MAX_CLUTTER_SHARE = 0.4
const MIN_STORY_CHARS = 200

/**
 * Removes the clutter under an element, and returns what was removed with the reasons. An element with names
 * of clutter stays where it holds more than MAX_CLUTTER_SHARE of the text in paragraphs.
 */
export function removeClutter(root: PageElement, page: Pick<Page, 'createElement'>): LeftOut[] {
  const leftOut: LeftOut[] = []
  const whole = paragraphChars(root)
  const limit = Math.max(MIN_STORY_CHARS, whole * MAX_CLUTTER_SHARE)
  let isAbove = true
  const visit = (element: PageElement) => {
    for (const child of elementsIn(element)) {
      isAbove &&= !isFirstParagraph(child)
      const why = clutterKind(child) ?? (isAbove ? kindAbove(child) : null)
      if (why && paragraphChars(child) <= limit) {
        const words = child.textContent?.replace(/\s+/gu, ' ').trim() ?? ''
        if (words) leftOut.push({ words, why })
        child.replaceWith(page.createElement('span'))
      } else visit(child)
    }
  }
  visit(root)
  return leftOut
}

function clutterKind(element: PageElement): string | null {
  const name = element.nodeName.toUpperCase()
  const whole = WHOLE_ELEMENTS.get(name)
  if (whole) return whole
  if (LISTS.has(name) && isListOfLinks(element)) return 'a list of links'
  const names = namesOf(element)
  const found = names && ANY_KIND.test(names) && KINDS.find(([, form]) => form.test(names))?.[0]
  if (found) return KEPT_ELEMENTS.has(name) && !(name === 'P' && ONE_LINE_CLUTTER.test(found)) ? null : found
  return ROLES.get(element.getAttribute('role')?.toLowerCase() ?? '') ?? null
}

const isFirstParagraph = (element: PageElement) =>
  element.nodeName.toUpperCase() === 'P' &&
  (element.textContent?.length ?? 0) >= FIRST_PARAGRAPH_CHARS &&
  !kindAbove(element)

function kindAbove(element: PageElement): string | null {
  const names = namesOf(element)
  const found = names && KINDS_ABOVE.find(([, form]) => form.test(names))?.[0]
  return found && (element.textContent?.trim().length ?? 0) <= MAX_ABOVE_CHARS ? found : null
}

const LISTS = new Set(['UL', 'OL'])
const MIN_LINKS = 2

/** Returns whether every item of a list is a link and nothing else, as in lists of other stories. */
function isListOfLinks(list: PageElement): boolean {
  const items = elementsIn(list)
  return (
    items.length >= MIN_LINKS &&
    items.every((item) => linkedChars(item) === visibleChars(item) && visibleChars(item) > 0)
  )
}

const visibleChars = (node: PageNode) => node.textContent?.replace(/\s+/gu, '').length ?? 0
const linkedChars = (element: PageElement): number =>
  elementsIn(element).reduce(
    (sum, child) => sum + (child.nodeName.toUpperCase() === 'A' ? visibleChars(child) : linkedChars(child)),
    0,
  )

/** Returns the names of an element. Example: `class="wpCaption-text" id="a_b"` gives `wp-caption-text a-b`. */
export function namesOf(element: PageElement): string {
  const [name, id] = ['class', 'id'].map((kind) => element.getAttributeNode(kind)?.value)
  const stated = name && id ? `${name} ${id}` : (name ?? id ?? '')
  if (PLAIN_NAMES.test(stated)) return stated
  return stated
    .trim()
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .replace(/_+|--+|[:/]/gu, '-')
    .toLowerCase()
}

/** Names that are written as `namesOf` gives them. */
const PLAIN_NAMES = /^(?:[a-z\d]+(?:[ -][a-z\d]+)*)?$/u

/** Returns the child elements of an element, as a list of their own that removals do not change. */
export function elementsIn(element: PageNode): PageElement[] {
  const elements: PageElement[] = []
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) elements.push(node as PageElement)
  return elements
}

/** Returns all elements under an element, in document order. */
export function descendantsOf(element: PageNode): PageElement[] {
  const found: PageElement[] = []
  const visit = (parent: PageNode) => {
    for (const child of elementsIn(parent)) {
      found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

/** Returns the characters of the paragraphs (`<p>`) under an element. */
function paragraphChars(element: PageElement): number {
  if (element.nodeName.toUpperCase() === 'P') return element.textContent?.length ?? 0
  return elementsIn(element).reduce((sum, child) => sum + paragraphChars(child), 0)
}
