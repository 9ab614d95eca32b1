import { expect, it } from 'vitest'
import { annotate } from '../scene/annotated.ts'

function entitiesOf(text: string) {
  return annotate(text).entities.all
}
const named = (text: string) => entitiesOf(text).map(({ name }) => name)

it('knows a last name by the full name that the article gives', () => {
  expect(named('Mayor Ida Quist spoke. Later Quist left.')).toEqual(['Ida Quist'])
})

it('knows a full name with an initial and without as one person', () => {
  expect(named('On Friday Ed B. Reed sang. Then Ed Reed left.')).toEqual(['Ed B. Reed'])
})

it('tells two people of one surname apart by their titles', () => {
  const annotated = annotate('Then Bill Reed met Anna Reed. Later Mrs. Reed left. Later Mr. Reed left.')
  const short = annotated.mentions.filter(({ text }) => text.endsWith('. Reed'))
  expect(short.map((one) => annotated.entities.byMention.get(one)?.name)).toEqual(['Anna Reed', 'Bill Reed'])
})

it('takes no “Mr.” for a woman of his surname', () => {
  const annotated = annotate('Then Anna Reed sang. Later Mr. Reed left.')
  const short = annotated.mentions.find(({ text }) => text === 'Mr. Reed')
  expect(short && annotated.entities.byMention.get(short)?.name).toBe('Reed')
})

it('finds a full name that stands only in somebody’s words', () => {
  expect(named('Later Maddock left. “I like Martha Maddock,” the baker said.')).toContain('Martha Maddock')
})

it('keeps a nickname that stands for the first name', () => {
  expect(named('Rain fell. “Big Tide” Quist, the captain, sang. Then Quist left.')).toEqual([
    '“Big Tide” Quist',
  ])
})

it('takes no exclamation before a name for a nickname', () => {
  expect(named('“Never!” Quist said. “Never” Quist said again.')).toEqual(['Quist'])
})

it('learns what somebody is from the words beside the name', () => {
  const [quist] = entitiesOf('Harbour master Ida Quist left.')
  expect([...(quist?.roles ?? [])]).toEqual(['harbour', 'master'])
  const [reed] = entitiesOf('Al Reed, the deputy mayor, left.')
  expect([...(reed?.roles ?? [])]).toEqual(['deputy', 'mayor'])
})

it('takes a street for no person', () => {
  expect(entitiesOf('They met on Water Street.').find(({ name }) => name === 'Water Street')?.kind).toBe(
    'place',
  )
})

it('means by a shared surname the one named so far', () => {
  const annotated = annotate('Lowell Quist spoke on Monday. Then Quist left. His sister is Agnes Quist.')
  const short = annotated.mentions.find(({ text }) => text === 'Quist')
  expect(short && annotated.entities.byMention.get(short)?.name).toBe('Lowell Quist')
})

it('leaves a company’s short name as it stands', () => {
  expect(named('They sued Sallow Energy Corp. last year. Then Sallow paid.')).toContain('Sallow')
})

it('reads party and state in brackets after a name', () => {
  const [quist] = entitiesOf('Sen. Ida Quist (D-Vt.) left.')
  expect([...(quist?.roles ?? [])]).toEqual(['sen.', 'senator', 'democrat', 'vermont'])
})

it('leaves out a title that no list has', () => {
  expect(named('Then Trustee Connie Maitland left.')).toEqual(['Connie Maitland'])
})

it('learns what somebody is from the words before a comma and the name', () => {
  const [reed] = entitiesOf('Her daughter, Nell Reed, left.')
  expect([...(reed?.roles ?? [])]).toEqual(['daughter'])
})

it('takes the subject of a verb for no word about the name before its comma', () => {
  const sallow = entitiesOf('At a meeting in Sallow, the mayor left.').find(({ name }) => name === 'Sallow')
  expect([...(sallow?.roles ?? [])]).toEqual([])
})

it('takes one who goes by a last name alone for a person, and what has an article for none', () => {
  const kinds = entitiesOf('Later Ketterby Marl met the Marigold. Then Marl left.').map(({ name, kind }) => [
    name,
    kind,
  ])
  expect(kinds).toEqual([
    ['Ketterby Marl', 'person'],
    ['Marigold', 'body'],
  ])
})

it('counts a title that nobody else has as a name', () => {
  const annotated = annotate(
    'Al Reed, the engineer, met Mayor Ida Quist. Then the engineer left, and a mayor sang.',
  )
  const at = (words: string) => annotated.mentions.findLast(({ text }) => text === words)?.head
  const [reed, quist] = annotated.entities.all
  expect(reed?.heads).toContain(at('the engineer'))
  expect(quist?.heads).not.toContain(at('a mayor'))
})

it.each([
  [
    'father and son',
    'Al Reed sang. His son, Al Reed Jr., left. Then Reed Jr. ate.',
    ['Al Reed', 'Al Reed Jr.'],
  ],
  ['a son alone', 'Al Reed Jr. left. Then Reed ate.', ['Al Reed Jr.']],
  ['a family name first', 'Then Park Ji-woo left. Later Park ate.', ['Park Ji-woo']],
  [
    'what somebody does',
    'They met. Co-author Bo Reed left. Cyclist Joost Reed ate.',
    ['Bo Reed', 'Joost Reed'],
  ],
  ['a first name that is a preposition', 'The rain fell.\nThen finance chief Per Voss left.', ['Per Voss']],
])('tells %s', (_, text, names) => {
  expect(named(text)).toEqual(names)
})

it('keeps a first name that ends like a trade', () => {
  expect(named('They met. Walter Ruth Reed left.')).toEqual(['Walter Ruth Reed'])
})
