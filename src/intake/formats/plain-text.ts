// Reads a story from plain text.
import { findPosts } from '../../archive/embedded-posts.ts'
import type { ExtractedStory } from '../model/extracted-story.ts'

/** Returns the story of a plain text: its text unchanged, and no facts. */
export function readText(text: string): ExtractedStory {
  return { text, blocks: findPosts(text), stated: {}, source: null }
}
