import { describe, expect, it } from 'vitest'
import { heldTexts } from '../../src/search/held-texts.ts'

describe('texts that are held', () => {
  it('are read once, each version for itself', () => {
    const read: string[] = []
    const textOf = heldTexts((id, version) => {
      read.push(`${id} ${version}`)
      return `The gulls of ${id}, version ${version}.`
    })
    for (const version of [1, 2, 1]) expect(textOf('quay', version)).toContain(`version ${version}`)
    expect(read).toEqual(['quay 1', 'quay 2'])
  })

  it('are read again once there were many others, and those that were not to be had each time', () => {
    let reads = 0
    const textOf = heldTexts((id) => {
      reads++
      return id === 'gone' ? null : 'x'.repeat(3_000_000)
    })
    for (const id of ['quay', 'ferry', 'whale', 'whale', 'quay', 'gone', 'gone']) textOf(id, 1)
    expect(reads).toBe(6)
  })
})
