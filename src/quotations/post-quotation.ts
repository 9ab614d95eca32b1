import type { Block } from '../archive/article.ts'
import { postWords } from '../archive/embedded-posts.ts'
import type { Draft } from './draft-quotations.ts'

/** An embedded post as a quotation of its account: its words, without the line that signs it. */
export function draftPost(text: string, block: Block): Draft {
  const account = block.post && accountOf(block.post)
  return {
    ...postWords(text, block),
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
