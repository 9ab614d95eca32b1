import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { addressOf, inputOf, parseAddress } from '../../../src/adapters/web/question-address.ts'

const read = (address: string) =>
  parseAddress(new URL(address, 'http://reader.invalid').searchParams, commands)

describe('an address that asks', () => {
  it.each([
    ['/?q=please', 'quote', { question: 'please' }],
    ['/?command=context&q=ferry&after=2026-01-01', 'context', { question: 'ferry', after: '2026-01-01' }],
    ['/?q=/speaker Quist outlet:Bell', 'speaker', { name: 'Quist', outlet: 'Bell' }],
    ['/?q=please speaker:"Mara Quist"&speaker=Fenn', 'quote', { question: 'please', speaker: 'Mara Quist' }],
    ['/?command=coverage&q=ferry&speaker=Quist', 'coverage', { topic: 'ferry' }],
  ])('%s', (address, name, input) => {
    const asking = read(address)
    expect(asking.command.name).toBe(name)
    expect(inputOf(asking)).toEqual(input)
  })

  it('is the same once it was read and written', () => {
    const words = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom('/quote', 'speaker:', 'speaker:Quist', 'after:"x y"', '“', '"', ' '),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(words, (parts) => {
        const asked = new URLSearchParams({ command: 'quote', q: parts.join(' ') })
        let address: string
        try {
          address = addressOf(parseAddress(asked, commands))
        } catch {
          return
        }
        expect(addressOf(read(address))).toBe(address)
      }),
    )
  })
})
