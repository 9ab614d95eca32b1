import { symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFiles } from '../../src/intake/find-files.ts'
import { folderWith } from './folder.ts'

describe('the files of a folder', () => {
  it('are those of a type that is read, in order, hidden ones left out', async () => {
    const folder = await folderWith({
      'b.txt': '',
      'a.md': '',
      'c.pdf': '',
      '.hidden.txt': '',
      '.git/x.txt': '',
      'river/otter.HTML': '',
      'river/bank/otter.htm': '',
    })
    const { files } = await findFiles([folder])
    expect(files.map((file) => relative(folder, file))).toEqual([
      'a.md',
      'b.txt',
      join('river', 'bank', 'otter.htm'),
      join('river', 'otter.HTML'),
    ])
  })

  it('come once, by however many paths and links', async () => {
    const folder = await folderWith({ 'river/otter.txt': '' })
    await symlink('..', join(folder, 'river', 'loop'))
    await symlink('otter.txt', join(folder, 'river', 'same.txt'))
    const { files, refused } = await findFiles([
      folder,
      join(folder, 'river'),
      join(folder, 'river/otter.txt'),
    ])
    expect([files.length, refused]).toEqual([1, []])
  })
})

it('paths that are named come as they are, for their reader to refuse', async () => {
  const folder = await folderWith({ '.hidden.txt': '', 'c.pdf': '' })
  const paths = ['.hidden.txt', 'c.pdf', 'gone.txt'].map((name) => join(folder, name))
  await symlink('nowhere', join(folder, 'dangling.txt'))
  expect(await findFiles(paths)).toEqual({ files: paths, refused: [] })
  expect((await findFiles([folder])).files).toEqual([join(folder, 'dangling.txt')])
})

it('links that lead out of a folder are not followed, and are said by name', async () => {
  const outside = await folderWith({ 'secret.txt': 'The key is under the mat.', 'in/deep.txt': 'Deep.' })
  const folder = await folderWith({ 'otter.txt': '' })
  await symlink(join(outside, 'secret.txt'), join(folder, 'a.txt'))
  await symlink(join(outside, 'in'), join(folder, 'b'))
  const { files, refused } = await findFiles([folder])
  expect(files).toEqual([join(folder, 'otter.txt')])
  expect(refused.map(({ file, field }) => [file, field])).toEqual([
    [join(folder, 'a.txt'), 'link'],
    [join(folder, 'b'), 'link'],
  ])
  expect((await findFiles([join(folder, 'a.txt')])).files).toEqual([join(folder, 'a.txt')])
})
