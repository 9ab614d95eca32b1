import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPosts, postWords } from '../../src/archive/embedded-posts.ts'

const SIGNATURE = '— Marlow Ferry (@MarlowFerry) March 3, 2026'

const postsOf = (...lines: string[]) => {
  const text = lines.join('\n')
  return findPosts(text).map((post) => ({
    lines: text.slice(post.start, post.end).split('\n'),
    words: text.slice(postWords(text, post).start, postWords(text, post).end),
    ...post.post,
  }))
}

describe('an embedded post', () => {
  it('is the line above its signature, with account, name and date', () => {
    const [post, ...others] = postsOf(
      'The ferry company had bad news on Tuesday morning for everyone who works across the river.',
      'No boats until noon. The otter is back in the engine room.',
      SIGNATURE,
      'By noon the otter had left.',
    )
    expect(others).toEqual([])
    expect(post).toEqual({
      lines: ['No boats until noon. The otter is back in the engine room.', SIGNATURE],
      words: 'No boats until noon. The otter is back in the engine room.',
      account: '@MarlowFerry',
      name: 'Marlow Ferry',
      date: '2026-03-03',
    })
  })

  it.each([
    ['— Marlow Ferry (@MarlowFerry) March 3, 2026', '2026-03-03'],
    ['&mdash; Marlow Ferry (@MarlowFerry) March 3, 2026', '2026-03-03'],
    ['  – Marlow Ferry (@MarlowFerry) 3 March 2026  ', '2026-03-03'],
    ['-- Marlow Ferry (@MarlowFerry) Mar. 3rd, 2026', '2026-03-03'],
    ['— Marlow Ferry (@marlowferry.bsky.social) March 3, 2026 at 9:41 PM', '2026-03-03'],
    ['— Marlow Ferry (@ferry@tinytown.social) 2026-03-03T21:41:00Z', '2026-03-03'],
    ['— Marlow Ferry (@MarlowFerry) 9:41 PM · Mar 3, 2026', '2026-03-03'],
    ['— Marlow Ferry (@MarlowFerry)', null],
    ['— Marlow Ferry (@MarlowFerry) 3/3/2026', null],
    ['— Marlow Ferry (@MarlowFerry) February 30, 2026', null],
  ])('is signed %j', (signature, date) => {
    expect(postsOf('The otter is back.', signature)).toMatchObject([{ name: 'Marlow Ferry', date }])
  })

  it.each([
    ['— Ines Okafor, mayor of Marlow'],
    ['— Marlow Ferry (@MarlowFerry) said on Tuesday that the otter is back'],
    ['The ferry company (@MarlowFerry) March 3, 2026'],
    ['The otter — as seen by Ferry (@MarlowFerry) — is back.'],
    ['The otter is back — Marlow Ferry (@MarlowFerry)'],
  ])('is not made of %j', (line) => {
    expect(postsOf('The otter is back.', line)).toEqual([])
  })

  it('needs words', () => {
    expect(postsOf(SIGNATURE)).toEqual([])
    expect(postsOf('pic.twitter.com/aB3', SIGNATURE)).toEqual([])
  })

  it('may stand with its signature on one line', () => {
    const [post] = postsOf('She laughed.', `No boats — none — until noon. ${SIGNATURE}`)
    expect(post).toMatchObject({ words: 'No boats — none — until noon.', date: '2026-03-03' })
    expect(post?.lines).toHaveLength(1)
  })

  it('leaves out the links that trail its words', () => {
    const [post] = postsOf(
      'Look at https://ferry.example/otter now pic.twitter.com/aB3 https://t.co/xyz',
      SIGNATURE,
    )
    expect(post?.words).toBe('Look at https://ferry.example/otter now')
  })
})

describe('how far a post reaches up', () => {
  it.each([
    [
      'over lines that begin with an account',
      ['.@MayorOkafor on the otter: “It stays.”', 'Boats at noon.'],
      2,
    ],
    ['over lines with tags', ['Free the otter #FreeOtto', 'Boats at noon.'], 2],
    ['over a picture on its own line', ['Boats at noon.', 'pic.twitter.com/aB3'], 2],
    ['over short lines between lines with signs', ['@MayorOkafor:', 'The otter stays.', 'Boats at noon.'], 3],
    ['not over a paragraph', ['The crowd cheered.', 'Boats at noon.'], 1],
    ['not over an introduction', ['Then came a reply to @MayorOkafor:', 'Boats at noon.'], 1],
    ['not over a report of a post', ['“Hands off,” @MayorOkafor wrote on X.', 'Boats at noon.'], 1],
    [
      'not over a long paragraph',
      ['@OtterWatch saw it.', 'They went on and on. '.repeat(9), 'Boats at noon.'],
      1,
    ],
  ])('%s', (_, lines, count) => {
    expect(postsOf('It was a grey day in Marlow.', ...lines, SIGNATURE)[0]?.lines).toEqual([
      ...lines.map((line) => line.trim()).slice(-count),
      SIGNATURE,
    ])
  })

  it('ends at the post before', () => {
    const posts = postsOf('@MayorOkafor The otter stays.', SIGNATURE, '@OtterWatch Thank you!', SIGNATURE)
    expect(posts.map(({ words }) => words)).toEqual([
      '@MayorOkafor The otter stays.',
      '@OtterWatch Thank you!',
    ])
  })
})

it('finds posts in any text in order, each with words of its own', () => {
  const line = fc.constantFrom(
    '@a',
    'Boats.',
    SIGNATURE,
    '',
    ' ',
    `x ${SIGNATURE}`,
    'pic.twitter.com/a',
    '\ufeff',
  )
  const lines = fc
    .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 20 })))
    .map((all) => all.join('\n'))
  fc.assert(
    fc.property(lines, (text) => {
      let end = 0
      for (const post of findPosts(text)) {
        const words = postWords(text, post)
        expect(post.start).toBeGreaterThanOrEqual(end)
        expect([words.start >= post.start, words.start < words.end, words.end <= post.end]).toEqual([
          true,
          true,
          true,
        ])
        end = post.end
      }
    }),
  )
})
