import { describe, expect, it } from 'vitest'
import { keysOf } from '../../src/intake/keys.ts'

describe('the keys of a story', () => {
  it('are its address, then its file', () => {
    expect(keysOf('https://courier.example/otter', '/copy/otter.md')).toEqual([
      'url:https://courier.example/otter',
      'file:/copy/otter.md',
    ])
    expect(keysOf(null, '/copy/otter.md')).toEqual(['file:/copy/otter.md'])
  })

  it.each([
    ['https://courier.example/otter#comments'],
    ['https://COURIER.example/otter?utm_source=mail&utm_medium=x'],
    ['https://courier.example/otter?fbclid=1#:~:text=otter'],
  ])('are the same for %s', (url) => {
    expect(keysOf(url, '/a')[0]).toBe('url:https://courier.example/otter')
  })

  it('keep the parameters that say what is read', () => {
    expect(keysOf('https://courier.example/?p=12&gclid=3', '/a')[0]).toBe('url:https://courier.example/?p=12')
  })
})
