import { describe, expect, it } from 'vitest'
import { identitiesAmong } from '../../../src/answers/query/identities.ts'
import { speaker } from '../../../src/answers/speaker.ts'
import { deskOver, tell } from '../../coverage.ts'

const groups = (...names: string[]) => identitiesAmong(names).map(({ aliases }) => aliases.toSorted())

describe('the names of one person', () => {
  it.each([
    [['Marsh', 'Ida Marsh']],
    [['Chief Ida Marsh (@ChiefMarsh)', 'Ida Marsh']],
    [['Ida B. Marsh', 'Ida Marsh']],
    [['Coun. Ida Marsh', 'Marsh']],
  ])('are %j', (names) => expect(groups(...names)).toEqual([names.toSorted()]))

  it.each([
    [['Ben Marsh', 'Ida Marsh']],
    [['Tom Okafor', 'Tom Okafor Jr.']],
    [['Ben Marsh', 'Ida Marsh', 'Marsh']],
    [['Ida Marsh', 'Marshall']],
    [['Ida Marsh', 'Marie van der Marsh']],
  ])('are not %j', (names) => expect(groups(...names).toSorted()).toEqual(names.map((name) => [name])))

  it('are not those of descriptions', () =>
    expect(groups('the Marsh campaign', 'the campaign', 'A Marsh adviser', 'an adviser')).toEqual([]))

  it('are all asked for by any of them', async () => {
    const said = (id: string, words: string, name: string) =>
      tell(id, [`“${words}” it was said.`], { said: [{ words, speaker: name }] })
    const { desk } = await deskOver([
      said('a', 'Plums are late,', 'Ida Marsh'),
      said('b', 'Plums are early,', 'Marsh'),
      said('c', 'Plums are gone,', 'Mayor Ida Marsh (@TheMayor)'),
    ])
    for (const text of ['Ida Marsh', 'Marsh', 'ida', 'Mayor Ida Marsh'])
      expect((await speaker({ text }, desk)).evidence).toHaveLength(3)
  })
})
