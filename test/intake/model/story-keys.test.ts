import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../src/intake/model/story-keys.ts'

const FILE = { file: 'otter.md', from: 'file:/copy/otter.md' }

describe('the keys of a story', () => {
  it('are its address, then its file', () => {
    expect(keysOf('https://courier.example/otter', FILE)).toEqual([
      'url:https://courier.example/otter',
      'file:/copy/otter.md',
    ])
    expect(keysOf(null, FILE)).toEqual(['file:/copy/otter.md'])
  })

  it('begin with the name that the provider gives', () => {
    const origin = { file: 'wire.json', ids: ['id:urn:wire:12'], from: 'from:wire urn:wire:12' }
    expect(keysOf('https://courier.example/otter', origin)).toEqual([
      'id:urn:wire:12',
      'url:https://courier.example/otter',
      'from:wire urn:wire:12',
    ])
  })

  it.each([
    ['https://courier.example/otter#comments'],
    ['https://COURIER.example/otter?utm_source=mail&utm_medium=x'],
    ['https://courier.example/otter?fbclid=1#:~:text=otter'],
  ])('are the same for %s', (url) => {
    expect(keysOf(url, FILE)[0]).toBe('url:https://courier.example/otter')
  })

  it('keep the parameters that say what is read', () => {
    expect(keysOf('https://courier.example/?p=12&gclid=3', FILE)[0]).toBe('url:https://courier.example/?p=12')
  })
})
