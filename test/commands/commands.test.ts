import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import { readInput } from '../../commands/read-input.ts'

const asked = commands.filter(({ options }) => Object.keys(options).length)

describe('every command', () => {
  it('has a name of its own', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  })

  it.each(commands)('/$name fits the limits that chat platforms set to names and descriptions', (command) => {
    expect(command.name).toMatch(/^[a-z]{1,32}$/)
    expect(command.description.length).toBeLessThanOrEqual(100)
    for (const [name, { description }] of Object.entries(command.options)) {
      expect(name).toMatch(/^[a-z]{1,32}$/)
      expect(description.length).toBeLessThanOrEqual(100)
    }
  })

  it.each(asked)(
    '/$name puts required options first, and one of them takes the free words',
    ({ options }) => {
      const required = Object.values(options).map((option) => option.required === true)
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
      expect(Object.values(options).filter((option) => option.free)).toHaveLength(1)
    },
  )

  it.each(commands)('/$name can be asked as its examples say', (command) => {
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(() => readInput(command, example)).not.toThrow()
  })
})
