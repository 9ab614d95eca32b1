import { describe, expect, it } from 'vitest'
import { speakerRolesOf } from '../../../src/search/index/speaker-roles.ts'
import { termOf, tokens } from '../../../src/search/text/tokenize.ts'

const read = (speaker: string, text: string) => speakerRolesOf(speaker, text, tokens(text))
const roles = (speaker: string, text: string) => read(speaker, text).roles
const offices = (speaker: string, text: string) => read(speaker, text).offices
const terms = (...words: string[]) => words.map(termOf)

describe('speakerRolesOf', () => {
  it.each([
    ['Ida Marsh', 'Then Mayor Ida Marsh sang.', ['mayor']],
    ['Ida Marsh', 'Ida Marsh, mayor of Pelham Quay, sang.', ['mayor', 'pelham', 'quay']],
    ['Ida Marsh', 'Mayor Marsh sang.', ['mayor']],
    ['Tom Okafor', 'She sent plum czar Tom Okafor home.', ['plum', 'czar']],
    ['Ida Marsh', 'Ida Marsh, the Gulls’ coach, sang.', ['gulls', 'coach']],
    ['Lena Voss', 'Gov. Lena Voss sang.', ['gov', 'governor']],
    ['Ben Marsh', 'The plan of Coun. Ben Marsh sank.', ['coun', 'councillor']],
    ['Agnès Lindqvist', 'Agnes Lindqvist, keeper of the lighthouse, and a gull', ['keeper', 'lighthouse']],
  ])('of %s in %j has %j', (speaker, text, expected) => {
    for (const role of terms(...expected)) expect(roles(speaker, text)).toContain(role)
  })

  it.each([
    ['Ida Marsh', 'Councillor Ben Marsh sang.', 'councillor'],
    ['Ida Marsh', 'The mayor left. Ida Marsh sang.', 'mayor'],
    ['Ida Marsh', 'Ida Marsh, who sang, met the governor.', 'governor'],
    ['Ida Marsh', 'Ida Marsh sang to the governor.', 'governor'],
    ['Ida Marsh', 'Ida Marsh, who chairs the choir, sang.', 'choir'],
    ['Ida Marsh', 'The crew greeted Marsh with plums.', 'greeted'],
  ])('of %s in %j leaves out %j', (speaker, text, other) =>
    expect(roles(speaker, text)).not.toContain(termOf(other)),
  )

  it('tells those that stand with the whole name', () => {
    const text =
      'Treasurer Ida Marsh, a sailor, left. “No,” Mayor Marsh said. Ida M. Marsh, mother of two, sang.'
    for (const office of terms('treasurer', 'sailor', 'mother'))
      expect(offices('Ida M. Marsh', text)).toContain(office)
    expect(offices('Ida M. Marsh', text)).not.toContain(termOf('mayor'))
    expect(offices('Marsh', 'Mayor Marsh sang.')).toEqual(new Set())
  })
})
