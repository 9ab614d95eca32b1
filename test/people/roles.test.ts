import { describe, expect, it } from 'vitest'
import { includesRole, type RoleLists, roleOf } from '../../src/people/roles.ts'

const NOBODY: RoleLists = { readers: [], editors: [], operators: [] }
const role = (name: string, lists: Partial<RoleLists>, groups: string[] = []) =>
  roleOf({ name, groups }, { ...NOBODY, ...lists })

describe('the role of a person', () => {
  it.each([
    ['everybody reads where no readers are named', {}, 'reader'],
    ['nobody else reads where readers are named', { readers: ['mara@bell.example'] }, null],
    ['a name is one in any case', { readers: ['INES@bell.example'] }, 'reader'],
    ['a domain stands for all in it', { readers: ['@bell.example'] }, 'reader'],
    ['a domain is no other that ends so', { readers: ['@ell.example'] }, null],
    [
      'an editor reads without being named twice',
      { readers: ['mara'], editors: ['ines@bell.example'] },
      'editor',
    ],
    ['the highest counts', { editors: ['@bell.example'], operators: ['ines@bell.example'] }, 'operator'],
  ])('%s', (_, lists, expected) => {
    expect(role('ines@bell.example', lists)).toBe(expected)
  })

  it('comes from a group of the sign-in, and not from a name that looks like one', () => {
    expect(role('ines', { editors: ['group:desk'] }, ['desk'])).toBe('editor')
    expect(role('group:desk', { editors: ['group:desk'] })).toBe('reader')
  })

  it('includes those below it', () => {
    expect(includesRole('operator', 'editor')).toBe(true)
    expect(includesRole('reader', 'editor')).toBe(false)
  })
})
