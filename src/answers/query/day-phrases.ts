// Makes the phrases that a text must have where a day that is asked for is read as words.
import { tokens } from '../../search/text/tokenize.ts'
import { askedDaysIn, type DayReading } from './dates.ts'

/**
 * Returns the phrases of the days of a topic: with the word beside them ("open on Tuesday"), or the day alone where it
 * is one that texts mention ("May 4"); none for other readings.
 */
export function dayPhrasesOf(
  topic: string,
  { today, reading }: { today: string; reading: DayReading },
): string[] {
  if (reading !== 'words' && reading !== 'mentioned') return []
  return askedDaysIn(topic, today).spans.map(({ start, end }) =>
    reading === 'words'
      ? topic.slice(besideStart(topic, start), besideEnd(topic, start, end))
      : bareDay(topic.slice(start, end)),
  )
}

/** Where the word before a day begins; where the day itself does, if none stands before it. */
const besideStart = (topic: string, start: number) => tokens(topic.slice(0, start)).at(-1)?.start ?? start

/** Where the word after a day ends that begins the topic; else where the day does. */
const besideEnd = (topic: string, start: number, end: number) =>
  besideStart(topic, start) < start ? end : end + (tokens(topic.slice(end))[0]?.end ?? 0)

/** Returns a day without the words that lead to it: "on May 4" -> "May 4". */
const bareDay = (words: string) =>
  words.replace(/^(?:(?:since|from|in|on|during|over|of|after|before|until|till|by|the)\s+)+/iu, '')
