// Classifies nouns by whether they can speak: persons, bodies, documents.
import { BODY_NOUNS, DOCUMENT_NOUNS, PERSON_NOUNS } from './word-lists.ts'

/**
 * Returns the kind of a lower-case noun as a speaker: 1 person, 2 people, 3 body, 4 bodies, 5 document, 6 probably a
 * person (by its ending), 0 another thing. The numbers are features of trained models.
 */
export function nounKind(lower: string): number {
  const singular = singularOf(lower)
  const plural = singular !== lower ? 1 : 0
  if (PERSON_NOUNS.has(lower)) return lower === 'people' || lower === 'others' || lower === 'staff' ? 2 : 1
  if (PERSON_NOUNS.has(singular)) return 1 + plural
  if (BODY_NOUNS.has(singular)) return 3 + plural
  if (DOCUMENT_NOUNS.has(singular)) return 5
  if (/(?:er|or|ist|ian|man|woman|person)s?$/.test(lower)) return 6
  return 0
}

/** Returns the singular: "women" → "woman", "bodies" → "body", "officials" → "official". */
export function singularOf(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -2)}an`
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}
