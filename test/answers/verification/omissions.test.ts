import { describe, expect, it } from 'vitest'
import { check } from '../../../src/answers/verification/check.ts'
import { checkReply } from '../../../src/replies/check-reply.ts'
import { toPlain } from '../../../src/replies/plain.ts'
import { deskOver, type Told, tell } from '../../coverage.ts'

const checked = async (asked: string, paragraphs: string[], said: Told[]) =>
  check({ text: asked }, (await deskOver([tell('quay', paragraphs, { said })])).desk)

const ofMarsh = (words: string, more: Partial<Told> = {}) => ({ words, speaker: 'Ida Marsh', ...more })
const checkedAgainst = (published: string, asked: string) =>
  checked(asked, [`“${published}” Marsh said.`], [ofMarsh(published)])

describe('an ellipsis in the place of words that turn the sense', () => {
  it.each([
    ['a denial', 'The ferry is not allowed to sail', 'The ferry is … allowed to sail', 'not'],
    ['a shortened denial', 'We don’t want any plums', 'We … want any plums', 'don’t'],
    ['a denial among others', 'I would never say that', 'I … say that', 'would never'],
    ['a verb of denial', 'The pilot denied that he fell asleep', 'The pilot … fell asleep', 'denied that he'],
    [
      'a condition',
      'The ferry sails if it rains and sails again',
      'The ferry sails … and sails again',
      'if it rains',
    ],
    [
      'an exception',
      'We close unless they pay and that is all',
      'We close … and that is all',
      'unless they pay',
    ],
    ['a near denial', 'I hardly knew the pilot', 'I … knew the pilot', 'hardly'],
    ['a quantity', 'Some of the gulls can read', 'The gulls … can read'.replace('The', 'Some of the'), ''],
    ['a part', 'The gulls, or most of them, can read', 'The gulls … can read', 'or most of them'],
    ['a hedge', 'He allegedly sank the ferry', 'He … sank the ferry', 'allegedly'],
    ['in brackets', 'The ferry is not allowed to sail', 'The ferry is [...] allowed to sail', 'not'],
    [
      'under an editor’s words',
      'The ferry is not allowed to sail',
      'The ferry is [now] allowed to sail',
      'not',
    ],
  ])('differs for %s', async (_, published, asked, omitted) => {
    const answer = await checkedAgainst(published, asked)
    if (omitted) expect(answer).toMatchObject({ verdict: 'differs', diff: null, omitted: [omitted] })
    else expect(answer.verdict).toBe('exact')
  })

  it('says what was left out, and that it turns the sense', async () => {
    const reply = toPlain(
      checkReply(await checkedAgainst('The ferry is not allowed to sail', 'The ferry is … allowed to sail')),
    )
    expect(reply).toMatch(
      /^Differs: the words are ours, but what they leave out turns their sense\.\n\nLeaves out: “not”\./u,
    )
  })
})

describe('an ellipsis in the place of other words', () => {
  it.each([
    [
      'a clause',
      'The ferry stays at the quay, with the crew, until noon',
      'The ferry stays … until noon',
      ['at the quay, with the crew'],
    ],
    [
      'two of them',
      'The old ferry stays at the quay until noon',
      'The … ferry stays … until noon',
      ['old', 'at the quay'],
    ],
    [
      'whole sentences',
      'The rain came. We rang him every week. He paid up',
      'The rain came … He paid up',
      ['We rang him every week'],
    ],
    ['nothing', 'The ferry stays at the quay', 'The ferry stays … at the quay', []],
    ['the beginning and the end', 'The ferry stays at the quay', '… ferry stays at the …', []],
    ['an ellipsis of print', 'The ferry … stays at the quay', 'The ferry stays at the quay', []],
  ])('is exact for %s', async (_, published, asked, omitted) => {
    expect(await checkedAgainst(published, asked)).toMatchObject({ verdict: 'exact', diff: null, omitted })
  })

  it('says what was left out', async () => {
    const answer = await checkedAgainst('The old ferry stays at the quay', 'The … ferry stays at the quay')
    expect(toPlain(checkReply(answer))).toMatch(
      /^Exact: this is ours, word for word\.\n\nLeaves out: “old”\./u,
    )
  })

  it('leaves out as little as it may', async () => {
    const published = 'I will not row. I will sail. I will sail home'
    expect(await checkedAgainst(published, 'I will … sail home')).toMatchObject({
      verdict: 'exact',
      omitted: [],
    })
  })

  it('reads on where a said-clause broke the words off, and leaves that out in silence', async () => {
    const [first, second] = ['We want plums,', 'and gulls, and we want them now.']
    const said = [ofMarsh(first), ofMarsh(second, { continues: first })]
    const answer = await checked(
      'We want plums … and we want them now',
      [`“${first}” Marsh said, “${second}”`],
      said,
    )
    expect(answer).toMatchObject({ verdict: 'exact', omitted: ['and gulls'] })
  })
})

describe('an ellipsis does not reach', () => {
  it('over the end of a paragraph', async () => {
    const [first, second] = ['We want plums. They are ripe.', 'Come on Monday.']
    const said = [ofMarsh(first), ofMarsh(second, { continues: first })]
    const answer = await checked('We want plums … Come on Monday', [`“${first}`, `“${second}”`], said)
    expect(answer).toMatchObject({ verdict: 'differs', omitted: ['They are ripe'] })
  })

  it('over the words of another speaker', async () => {
    const outer = 'Ida said, ‘Let them sail,’ and hung up the telephone'
    const said = [{ words: outer, speaker: 'Tom Okafor' }, ofMarsh('Let them sail,', { within: outer })]
    const answer = await checked('Ida said … and hung up the telephone', [`“${outer}” Okafor said.`], said)
    expect(answer).toMatchObject({ verdict: 'differs', omitted: ['Let them sail'] })
  })

  it('from the words of one speaker to those of another', async () => {
    const said = [ofMarsh('We sail on Monday,'), { words: 'The boats are rotten,', speaker: 'Tom Okafor' }]
    const paragraph = '“We sail on Monday,” Marsh said. “The boats are rotten,” said Okafor.'
    const answer = await checked('We sail on Monday … The boats are rotten', [paragraph], said)
    expect(answer.verdict).toBe('differs')
  })

  it('back to words that come before', async () => {
    const answer = await checkedAgainst(
      'We sail on Monday. The boats are old',
      'The boats are old … We sail on Monday',
    )
    expect(answer.verdict).toBe('differs')
  })
})
