// The people, bodies and places that an article names.
import type { Gender } from './genders.ts'
import type { Mention } from './mentions.ts'
import type { Office } from './offices.ts'

/** An entity is one person, body or place that the article names. */
export type Entity = {
  id: number
  /** The fullest usual form: "Jeff Landry". */
  name: string
  /** The words of that name, lower case, without titles. */
  words: string[]
  /** What tells it from a namesake in its family: "jr", "sr", "iii"; else empty. */
  generation: string
  kind: 'person' | 'body' | 'place' | 'unknown'
  gender: Gender
  /** The words that the article describes it with: "governor", "louisiana", "czar". */
  roles: Set<string>
  /** The offices among them: "governor of Louisiana". */
  offices: Office[]
  /**
   * The last name alone stands for the full name somewhere, as usual for people; a company is called by its first
   * word.
   */
  usesLastName: boolean
  /** "The" precedes the name somewhere, as with ships, papers and bodies, and not with people. */
  hasArticle: boolean
  /** The indices of the head words of its names, and of titles that only it has; sorted. */
  heads: number[]
}

/** For each singular noun under which somebody comes in unnamed, the other words of each such description. */
export type UnnamedDescriptions = ReadonlyMap<string, ReadonlySet<string>[]>

/**
 * The entities that an article names (`all`), the entity that each mention names, and the descriptions of people whom
 * it leaves unnamed.
 */
export type Entities = {
  all: Entity[]
  byMention: Map<Mention, Entity>
  unnamed: UnnamedDescriptions
}
