import { findPosts } from '../../archive/embedded-posts.ts'
import type { Copy } from '../model/extracted-story.ts'

/** Reads a plain text: the words stay as they came, byte for byte, and nothing is stated of them. */
export function readText(text: string): Copy {
  return { text, blocks: findPosts(text), stated: {}, source: null }
}
