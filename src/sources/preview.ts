// Shows what would be read of files and addresses, without keeping anything.
import { Facts, type Story } from '../archive/article.ts'
import { type Quotability, quotabilityOf } from '../archive/quotability.ts'
import { Refusal } from '../errors.ts'
import { findFiles } from '../intake/find-files.ts'
import { readSources } from '../intake/formats/read-file.ts'
import { buildStory } from '../intake/model/build-story.ts'
import type { ReadStory } from '../intake/model/extracted-story.ts'
import { isWebAddress } from '../intake/model/facts.ts'
import { readText } from '../quotations/read-text.ts'

/** A fact of a story, and the place in its source that states it. */
export type PreviewedFact = { name: keyof Facts; value: unknown; from: string }

/** What would be read of one story. */
export type Preview = {
  /** The file or the address that it is read from. */
  source: string
  facts: PreviewedFact[]
  /** Whether it could be quoted now. */
  quotability: Quotability
  passages: { ordinal: number; kind: string; text: string }[]
  quotations: { text: string; kind: string; speaker: string | null; mention: string | null }[]
  leftOut: { words: string; why: string }[]
  /** What could not be read, and does not keep the story out: a date, a byte. */
  notes: string[]
}

/** The stories that would be taken in, and what would be refused. */
export type Previews = { stories: Preview[]; refused: Refusal[] }

/** Reads what an address holds. */
export type ReadAddress = (url: string) => Promise<ReadStory[]>

/**
 * Returns what would be read of files, folders and addresses. What would be refused is named, and the rest is
 * shown.
 */
export async function preview(paths: string[], readAddress: ReadAddress, now: Date): Promise<Previews> {
  const { files, refused } = await findFiles(paths.filter((path) => !isWebAddress(path)))
  const previews: Previews = { stories: [], refused }
  const readers = [
    ...files.map((file) => () => readSources(file)),
    ...paths.filter(isWebAddress).map((url) => () => readAddress(url)),
  ]
  for (const read of readers)
    await read().then((stories) => addPreviews(stories, previews, now), countIn(previews.refused))
  return previews
}

function addPreviews(stories: ReadStory[], { stories: shown, refused }: Previews, now: Date): void {
  for (const story of stories)
    try {
      shown.push(previewOf(story, now))
    } catch (error) {
      countIn(refused)(error)
    }
}

function countIn(refused: Refusal[]): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refusal)) throw error
    refused.push(error)
  }
}

/** Returns what would be read of one story. Throws a Refusal where it would be refused. */
function previewOf(read: ReadStory, now: Date): Preview {
  const { extracted, origin, notes } = read
  const story = buildStory(extracted, origin)
  const { passages, quotations } = readText(story.text, story.blocks)
  const wordsAt = ({ start, end }: { start: number; end: number }) => story.text.slice(start, end)
  return {
    source: origin.file,
    facts: factsOf(story, read),
    quotability: quotabilityOf(story, now),
    passages: passages.map((passage) => ({
      ordinal: passage.ordinal,
      kind: passage.kind,
      text: wordsAt(passage),
    })),
    quotations: quotations.map((quotation) => ({
      text: wordsAt(quotation),
      kind: quotation.kind,
      speaker: quotation.speaker,
      mention: quotation.speakerMention,
    })),
    leftOut: extracted.leftOut ?? [],
    notes: [...notes, ...unreadDates(story, read)],
  }
}

/** Returns the facts that are known of a story, with their places. */
function factsOf(story: Story, { extracted, statedIn }: ReadStory): PreviewedFact[] {
  const { headlineFrom, ...facts } = Facts.parse(story)
  return Object.entries(facts).flatMap(([key, value]) => {
    const name = key as keyof typeof facts
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return []
    const stated = extracted.stated[name]
    const isStated = stated !== undefined && stated !== null && stated !== ''
    const from = isStated ? (extracted.origins?.[name] ?? statedIn) : UNSTATED[name]
    return [{ name, value, from: from ?? 'the text' }]
  })
}

/** Where facts come from that no source states. */
const UNSTATED: Partial<Record<keyof Facts, string>> = {
  headline: 'the first sentence, for none is stated',
  status: 'nothing that says otherwise',
}

/** Returns the dates that a source states and that cannot be read. */
const unreadDates = (story: Story, { extracted }: ReadStory): string[] =>
  (['publishedAt', 'updatedAt'] as const).flatMap((name) => {
    const stated = extracted.stated[name]
    return stated && story[name] === null
      ? [`${name}: ${JSON.stringify(stated).slice(0, 80)} is no date that can be read`]
      : []
  })
