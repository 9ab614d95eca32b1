// Makes an embedded post a quotation by its account.
import type { Block } from '../archive/article.ts'
import { postWords } from '../archive/embedded-posts.ts'
import type { DraftQuotation } from './draft-quotations.ts'

/** Returns an embedded post as a quotation by its account, without the signature line. */
export function draftPost(text: string, block: Block): DraftQuotation {
  const account = block.post && accountOf(block.post)
  return {
    ...postWords(text, block),
    kind: 'post',
    speaker: account,
    speakers: [],
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
