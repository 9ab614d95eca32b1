import { expect, it } from 'vitest'
import { listUrl, readPostList, readPosts } from '../../../src/intake/formats/wordpress.ts'

const URL = 'https://bell.example/wp-json/wp/v2/posts'
const post = (more: object = {}) => ({
  id: 12,
  link: 'https://bell.example/2026/ferry/',
  status: 'publish',
  date_gmt: '2026-01-14T14:00:00',
  modified_gmt: '2026-01-14T15:00:00',
  title: { rendered: 'Ferry &#8220;stays&#8221; in harbour' },
  content: {
    rendered: '<p>The ferry stays.</p>\n<p>&#8220;Not today,&#8221; said Mara Quist.</p>',
    protected: false,
  },
  _embedded: { author: [{ name: 'Ines Okafor' }] },
  ...more,
})

it('a post of WordPress is read with its names, times of UTC and plain headline', () => {
  const [item] = readPosts(JSON.stringify([post()]), URL)
  expect(item).toMatchObject({
    id: 'id:wordpress bell.example 12',
    url: 'https://bell.example/2026/ferry/',
    changed: '2026-01-14T15:00:00Z',
  })
  expect(item?.extract?.()).toMatchObject({
    text: 'The ferry stays.\n“Not today,” said Mara Quist.',
    stated: {
      headline: 'Ferry “stays” in harbour',
      authors: ['Ines Okafor'],
      publishedAt: '2026-01-14T14:00:00Z',
      status: 'publish',
    },
  })
})

it('a post behind a password is on hold', () => {
  const [hidden] = readPosts(JSON.stringify([post({ content: { rendered: '', protected: true } })]), URL)
  expect(hidden?.stated().status).toBe('hold')
})

it.each([
  ['{"code":"rest_no_route"}', 'posts'],
  [JSON.stringify([{ id: 'twelve' }]), '0.id'],
  ['<html>', 'is not JSON'],
])('%s is refused', (text, reason) => {
  expect(() => readPosts(text, URL)).toThrow(reason)
})

it('a post of which something is missing takes no other with it', () => {
  const posts = readPosts(JSON.stringify([post(), post({ id: 13, content: undefined })]), URL)
  expect(posts[0]?.extract?.().text).toMatch(/^The ferry/u)
  expect(posts[1]?.extract).toThrow('https://bell.example/2026/ferry/: content:')
})

it('a list names posts by their numbers and the second they changed in', () => {
  expect(readPostList(JSON.stringify([post(), post({ id: 13, modified_gmt: null })]), URL)).toEqual([
    { number: 12, name: 'id:wordpress bell.example 12', changed: '2026-01-14T15:00:00Z' },
    { number: 13, name: 'id:wordpress bell.example 13', changed: '' },
  ])
  const url = listUrl('https://bell.example/', 2, { modified_after: '2026-01-14T15:00:00Z' })
  expect(url).toMatch(/^https:\/\/bell\.example\/wp-json\/wp\/v2\/posts\?per_page=100&/u)
  expect(url).toContain('&orderby=id&order=asc&page=2&modified_after=2026-01-14T15%3A00%3A00Z')
})
