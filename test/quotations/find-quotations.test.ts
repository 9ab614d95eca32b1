import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/archive/article.ts'
import { findQuotations } from '../../src/quotations/find-quotations.ts'

const LEAD = 'Mayor Ida Quist met Peter Voss, the harbour master, on Tuesday.\n'

function spoken(text: string, blocks: Block[] = []) {
  return findQuotations(text, blocks).map((quotation) => ({
    ...quotation,
    words: text.slice(quotation.start, quotation.end),
    by: quotation.attribution && text.slice(quotation.attribution.start, quotation.attribution.end),
  }))
}

describe('who said it', () => {
  it.each([
    ['a said-clause after it', '“The pier is safe and it will stay safe,” Quist said.', 'Ida Quist'],
    ['a said-clause turned round', '“The pier is safe and it will stay safe,” said Voss.', 'Peter Voss'],
    ['a said-clause before it', 'Voss said, “The pier is safe and it will stay safe.”', 'Peter Voss'],
    [
      'a said-clause over an apposition',
      '“The pier is safe for now,” Voss, who built it, said.',
      'Peter Voss',
    ],
    ['a colon', 'Quist warned: “The pier is safe and it will stay safe.”', 'Ida Quist'],
    ['according to', 'The pier is “safe for a hundred years,” according to Voss.', 'Peter Voss'],
    ['a few words in a sentence', 'Voss said the pier was “a miracle of rope.”', 'Peter Voss'],
    ['a pronoun', 'Voss climbed down. “The pier is safe for now,” he said.', 'Peter Voss'],
    ['a woman’s pronoun', 'Voss listened. “The pier is safe for now,” she said.', 'Ida Quist'],
    [
      'a paragraph of its own after the speaker’s',
      '“The pier is safe,” Voss said.\n“I would sleep on it,” he added.',
      'Peter Voss',
    ],
    [
      'a body',
      '“The pier is closed until further notice,” the Harbour Office said in a statement.',
      'Harbour Office',
    ],
  ])('is told by %s', (_, text, expected) => {
    expect(spoken(LEAD + text).at(-1)?.speaker).toBe(expected)
  })

  it('is the one who tells, not the one who is told', () => {
    const [quotation] = spoken(
      `${LEAD}“The pier is safe and it will stay safe,” Quist told the Gazette’s Al Reed.`,
    )
    expect(quotation).toMatchObject({
      speaker: 'Ida Quist',
      speakerMention: 'Quist',
      cue: 'told',
      addressee: 'the Gazette’s Al Reed',
    })
    expect(quotation?.by).toBe('Quist told the Gazette’s Al Reed')
    expect(quotation?.because).toBe('said-clause after the quotation')
  })

  it('is the same for the rest of a quotation that a said-clause breaks off', () => {
    const [first, second] = spoken(`${LEAD}“The pier is safe,” Quist said, “and it will stay safe.”`)
    expect(second).toMatchObject({ speaker: 'Ida Quist', continues: first?.ordinal })
  })

  it.each(['somebody said', 'said somebody', 'someone said', 'everybody said', 'nobody said'])(
    'is not the speaker before where %s',
    (clause) => {
      const text = `${LEAD}“The pier is safe for now,” Voss said.\n“We shall see,” ${clause}.`
      expect(spoken(text).at(-1)?.speaker).toBeNull()
    },
  )

  it('is not stated where no word tells it', () => {
    expect(spoken('“The pier is safe and it will stay safe.”')[0]).toMatchObject({
      speaker: null,
      because: 'speaker not stated',
    })
  })

  it('is read off a script', () => {
    const text = 'QUIST: “Who locked the pier last night?” VOSS: “I did it, and I would do it again.”'
    expect(spoken(text).map(({ speakerMention }) => speakerMention)).toEqual(['QUIST', 'VOSS'])
  })
})

describe('who speaks', () => {
  const speaker = (text: string) => spoken(`${LEAD}${text}`).at(-1)?.speaker

  it.each([
    ['who breaks in', '“The pier is —” Quist began, before Voss cut in: “It is yours, mayor.”', 'Peter Voss'],
    [
      'whose words another repeats',
      'Quist testified that Voss had said: “Nobody counts the ropes in a storm.”',
      'Peter Voss',
    ],
    [
      'whom another reports on',
      'The Courier reported that Voss shouted, “Open the pier at once!”',
      'Peter Voss',
    ],
    [
      'whose name and work come after a relation',
      '“It rains,” his daughter, the baker Jo Pine, said.',
      'Jo Pine',
    ],
    ['who tells somebody', 'Quist said Voss told her, “Nice hat.”', 'Peter Voss'],
    [
      'whom “according to” names after the words',
      'Rope is cheap. It goes “in coats, in prams and in boats”, according to Voss.',
      'Peter Voss',
    ],
    [
      'from whose desk the next lines are',
      'From the desk of Al Reed, tide officer.\n“Knowing how deep it is has become crucial.”',
      'Al Reed',
    ],
  ])('is the one %s', (_, text, expected) => {
    expect(speaker(text)).toBe(expected)
  })

  it('is the only author of a story for “I”', () => {
    const text = 'I met the mayor. I said: “The pier is safe and it will stay safe.”'
    const by = (authors: string[]) => findQuotations(text, [], { authors })[0]?.speaker
    expect([by(['Jo Pine']), by(['Jo Pine', 'Al Reed']), by([])]).toEqual(['Jo Pine', null, null])
  })
})

describe('a joint statement', () => {
  const speakers = (text: string) => spoken(`${LEAD}${text}`)[0]?.speakers

  it.each([
    ['two', '“The pier will be rebuilt by spring,” Quist and Voss said.', ['Ida Quist', 'Peter Voss']],
    [
      'two after the verb',
      '“The pier will be rebuilt by spring,” said Quist and Voss.',
      ['Ida Quist', 'Peter Voss'],
    ],
    [
      'a list with a body',
      '“The pier will be rebuilt by spring,” Quist, Voss and the Harbour Office said.',
      ['Ida Quist', 'Peter Voss', 'Harbour Office'],
    ],
  ])('names all of %s', (_, text, expected) => {
    expect(speakers(text)).toEqual(expected)
  })

  it.each([
    ['two who are told', '“The pier will be rebuilt by spring,” Quist told Voss and Al Reed.'],
    ['another clause', '“The pier will be rebuilt by spring,” said Quist, and Voss nodded.'],
    ['one speaker', '“The pier will be rebuilt by spring,” Quist said.'],
  ])('is none with %s', (_, text) => {
    expect(speakers(text)).toEqual([])
  })
})

describe('an exchange', () => {
  const halves = (text: string) => spoken(`${LEAD}${text}`).map(({ asks, answers }) => [asks, answers])

  it.each([
    ['somebody asks', '“Who will pay for the pier?” a reporter asked.\n“The town will pay,” Quist said.'],
    ['somebody replies', '“Who will pay for the pier?” Voss said. “The town will pay,” Quist replied.'],
    ['a script says so', 'VOSS: “Who will pay for the pier?” QUIST: “The town will pay for it.”'],
  ])('links question and answer where %s', (_, text) => {
    expect(halves(text)).toEqual([
      [2, null],
      [null, 1],
    ])
  })

  it.each([
    ['asks and goes on', '“Who will pay for the pier?” Quist asked. “The town will not pay,” she added.'],
    ['asks nobody', '“Who will pay for the pier?” Quist said.\n“The rope is old and wet,” Voss said.'],
  ])('is none where somebody %s', (_, text) => {
    expect(halves(text).flat()).toEqual([null, null, null, null])
  })
})

describe('a signature', () => {
  it.each([
    ['in the next paragraph', '“The pier is safe and it will stay safe.”\n— Jo Pine, Ohio'],
    ['in the same one', '“The pier is safe and it will stay safe.” — Jo Pine'],
  ])('says whose words they are, %s', (_, text) => {
    expect(spoken(LEAD + text)[0]?.speaker).toBe('Jo Pine')
  })
})

describe('speech in speech', () => {
  const text = `${LEAD}“I asked for a lamp. Voss said, ‘We have no lamp left in the shed.’ I said, ‘Then buy a new one today,’” Quist said.`

  it('has a speaker of its own, as the outer one reports', () => {
    const inner = spoken(text).filter(({ within }) => within === 1)
    expect(inner.map(({ speaker }) => speaker)).toEqual(['Peter Voss', 'Ida Quist'])
  })

  it('is a relative’s where the outer speaker says so', () => {
    const [, inner] = spoken(`${LEAD}“My father used to say, ‘Never trust a calm sea,’” Quist said.`)
    expect(inner).toMatchObject({ within: 1, speaker: 'My father' })
  })
})

describe('blocks', () => {
  it('has no script in a sentence that ends on a colon', () => {
    const text = `${LEAD}Quist told the crowd, to loud applause:\n“The pier is safe and it will stay safe.”`
    expect(spoken(text)[0]?.speakerMention).not.toBe('applause')
  })

  it('takes a block quotation without marks whole', () => {
    const text =
      'Mayor Ida Quist wrote to the harbour master:\nThe pier is closed from Monday.\nBring your own rope.'
    const start = text.indexOf('The pier')
    const found = spoken(text, [{ start, end: text.length, kind: 'block quotation', post: null }])
    expect(found.map(({ kind, words }) => [kind, words])).toEqual([
      ['block', 'The pier is closed from Monday.'],
      ['block', 'Bring your own rope.'],
    ])
  })

  it('takes an embedded post for its account’s words, and finds those quoted in it', () => {
    const post =
      'Reporter: “Is the pier safe at all, Mayor?” pic.twitter.com/x1\n— Pier Watch (@pierwatch) March 3, 2026'
    const text = `${LEAD}${post}\nThe rain fell.`
    const block: Block = {
      start: LEAD.length,
      end: LEAD.length + post.length,
      kind: 'post',
      post: { account: '@pierwatch', name: 'Pier Watch', date: '2026-03-03' },
    }
    const [whole, inner] = spoken(text, [block])
    expect(whole).toMatchObject({
      kind: 'post',
      speaker: 'Pier Watch (@pierwatch)',
      words: 'Reporter: “Is the pier safe at all, Mayor?”',
    })
    expect(inner).toMatchObject({ speakerMention: 'Reporter', within: whole?.ordinal })
  })
})

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    'Quist',
    'said',
    'he',
    ',',
    '.',
    ' ',
    '\n',
    ':',
    'the mayor',
    '(',
    '’s',
    '—',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(' ')),
  )

  it('finds slices in order, with attributions inside the text', () => {
    fc.assert(
      fc.property(text, (article) => {
        const found = findQuotations(article)
        found.forEach(({ ordinal, start, end, attribution, within, confidence }, i) => {
          expect(ordinal).toBe(i + 1)
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(article.length)
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0)
          expect(attribution?.start ?? 0).toBeLessThan(attribution?.end ?? 1)
          expect(attribution?.end ?? 0).toBeLessThanOrEqual(article.length)
          expect(within ?? 0).toBeLessThan(ordinal)
          expect(confidence).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it('reads a line of a million characters, however its marks stand', () => {
    const line = 'the mayor said '.repeat(60_000)
    for (const marks of [line, `${line}“Aye,” said Ida Voss.`, '"word said Ida. '.repeat(4_000)])
      expect(() => findQuotations(marks)).not.toThrow()
  })
})
