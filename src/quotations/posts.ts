import type { Block } from '../archive/article.ts'
import type { Draft } from './drafts.ts'

const SIGNATURE = /\n[^\S\n]*[—–-][^\n]*$/

/** An embedded post as a quotation of its account: its words, without the line that signs it. */
export function draftPost(text: string, { start, end, post }: Block): Draft {
  const words = text.slice(start, end).replace(SIGNATURE, '').trimEnd()
  const account = post && accountOf(post)
  return {
    start,
    end: start + words.length,
    kind: 'post',
    speaker: account,
    speakerMention: account,
    cue: null,
    addressee: null,
    attribution: null,
    within: null,
    continues: null,
    confidence: account ? 1 : 0,
    because: account ? 'the account that signs the post' : 'speaker not stated',
  }
}

function accountOf({ name, account }: NonNullable<Block['post']>): string {
  return name && name !== account ? `${name} (${account})` : account
}
