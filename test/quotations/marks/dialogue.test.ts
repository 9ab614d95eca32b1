import { expect, it } from 'vitest'
import { dialogueRuns } from '../../../src/quotations/marks/dialogue.ts'

const wordsOf = (text: string) => dialogueRuns(text).map(({ start, end }) => text.slice(start, end))

it.each([
  ['a said-clause between dashes', '—No lo sé —dijo Voss—. Mañana veremos.', ['No lo sé', 'Mañana veremos.']],
  [
    'a said-clause after commas',
    '— Не знаю, — сказал Восс. — Завтра увидим.',
    ['Не знаю,', 'Завтра увидим.'],
  ],
  ['an inverted said-clause', '— Le bac est en retard, répond-il.', ['Le bac est en retard']],
  ['turns one after another', '— Vraiment ?\n— Quand viendra-t-il ?', ['Vraiment ?', 'Quand viendra-t-il ?']],
  ['a dash inside the words', '— Le bac — Le vieux bac.\n— Oui.', ['Le bac — Le vieux bac.', 'Oui.']],
])('takes the words of dialogue with %s', (_, text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it.each([
  ['items of a list', 'À faire :\n— Le pont\n— La digue'],
  ['one sentence alone after a dash', 'Le port.\n— Le pont est fermé.\nLa digue.'],
  ['a dash in a sentence', 'Le pont — Le vieux — est fermé.'],
])('takes no %s', (_, text) => {
  expect(wordsOf(text)).toEqual([])
})
