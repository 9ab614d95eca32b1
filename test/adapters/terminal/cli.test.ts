import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveFile } from '../../../src/archive/database.ts'

const MAIN = join(import.meta.dirname, '../../../src/main.ts')
const FERRY = `---
headline: Ferry stays in harbour
outlet: The Tidewater Bell
publishedAt: 2026-01-14
url: https://bell.example/ferry
---

The ferry will stay in harbour, the harbour master said on Monday.

“We say please to the sea, and the sea says no,” Mara Quist told the Bell.
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readback-cli-'))
  await mkdir(join(folder, 'stories'))
  await writeFile(join(folder, 'stories', 'ferry.md'), FERRY)
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs the program as a person would, over an archive of its own. */
async function readback(words: string[], { data = 'data', input = '', log = 'silent' } = {}) {
  const env = { ...process.env, READBACK_DATA: join(folder, data), READBACK_LOG_LEVEL: log }
  const program = spawn(process.execPath, [MAIN, ...words], { env })
  program.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => program.on('close', resolve))
  const [out, err, code] = await Promise.all([text(program.stdout), text(program.stderr), ended])
  return { out, err, code }
}

/** The number of articles in the archive of a data folder; 0 where there is none yet. */
function articlesIn(data: string): number {
  try {
    const db = new DatabaseSync(archiveFile(data), { readOnly: true })
    const { articles } = db.prepare('SELECT count(*) AS articles FROM articles').get() as { articles: number }
    db.close()
    return articles
  } catch {
    return 0
  }
}

describe('the command line', () => {
  it('takes in a folder, and answers from it word for word', async () => {
    const taken = await readback(['ingest', join(folder, 'stories')])
    expect(taken).toEqual({ out: '1 article added, 0 changed, 0 unchanged, 0 refused\n', err: '', code: 0 })
    const { out, code } = await readback(['quote', 'who', 'said', 'please'])
    expect(code).toBe(0)
    expect(out).toContain('“We say please to the sea, and the sea says no,”')
    expect(out).toContain('— Mara Quist, to the Bell')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Ferry stays in harbour · The Tidewater Bell · Jan 14, 2026 · ¶2 · https://bell.example/ferry#:~:text=',
    )
  })

  it('prints the answer as data', async () => {
    const { out } = await readback(['quote', 'who', 'said', 'please', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      kind: 'found',
      evidence: [
        {
          text: 'We say please to the sea, and the sea says no,',
          speaker: 'Mara Quist',
          citation: { ordinal: 2 },
        },
      ],
    })
  })

  it('narrows by options, and by name:value', async () => {
    for (const words of [
      ['--after', '2026-02-01', 'please'],
      ['please', 'after:2026-02-01'],
    ]) {
      const { out, code } = await readback(['quote', ...words])
      expect(code).toBe(0)
      expect(out).toContain('Nothing in our coverage')
    }
  })

  it('takes a filter of several words that the shell has taken the marks off', async () => {
    const { out } = await readback(['quote', 'please', 'speaker:Mara Quist', 'after:since Monday'])
    expect(out).toMatch(/^Nothing in our coverage for “please”, said by Mara Quist, from /)
    expect(out).toContain('To widen: leave out speaker: or after:')
  })

  it('refuses what it cannot take in, by file, field and reason, and takes in the rest', async () => {
    const mixed = join(folder, 'mixed')
    await mkdir(mixed)
    await writeFile(
      join(mixed, 'bad.md'),
      FERRY.replace('publishedAt: 2026-01-14', 'embargoUntil: tomorrow').replaceAll('ferry', 'bad'),
    )
    await writeFile(join(mixed, 'good.txt'), 'The bridge is open again.\nTraffic was light.\n')
    const { out, err, code } = await readback(['ingest', mixed], { data: 'mixed-data' })
    expect(code).toBe(1)
    expect(out).toBe('1 article added, 0 changed, 0 unchanged, 1 refused\n')
    expect(err).toMatch(/refused .*bad\.md: embargoUntil: .*tomorrow/)
  })

  it.skipIf(process.platform === 'win32')('keeps a file’s name from steering the screen', async () => {
    const mixed = join(folder, 'names')
    await mkdir(mixed)
    await writeFile(join(mixed, 'red\u001b[31m\nrefused other.md'), '')
    const { err } = await readback(['ingest', mixed], { data: 'names-data' })
    expect(err).toBe(`refused ${mixed}/red�[31m refused other.md: text: has no words to cite\n`)
  })

  it('shows what would be read before anything is taken in, and keeps nothing', async () => {
    const look = join(folder, 'look')
    await mkdir(look)
    await writeFile(join(look, 'ferry.md'), `${FERRY}\nRead more: Tug sinks\n`)
    await writeFile(
      join(look, 'plan.md'),
      FERRY.replace('outlet:', 'draft: true\noutlet:').replace('2026-01-14', 'soon'),
    )
    await writeFile(join(look, 'tug.pdf'), '%PDF')
    const { out, code } = await readback(['ingest', '--dry-run', '--json', look, join(look, 'tug.pdf')], {
      data: 'look-data',
    })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      stories: [
        {
          source: join(look, 'ferry.md'),
          quotability: 'quotable',
          facts: expect.arrayContaining([
            { name: 'headline', value: 'Ferry stays in harbour', from: 'front matter' },
            { name: 'publishedAt', value: '2026-01-14', from: 'front matter' },
          ]),
          passages: [{ ordinal: 1, kind: 'paragraph' }, { ordinal: 2 }],
          quotations: [{ speaker: 'Mara Quist', mention: 'Mara Quist' }],
          leftOut: [{ words: 'Read more: Tug sinks', why: 'a link to more' }],
          notes: [],
        },
        { quotability: 'withheld', notes: ['publishedAt: "soon" is no date that can be read'] },
      ],
      refused: [{ file: join(look, 'tug.pdf'), field: 'type' }],
    })
    const shown = await readback(['ingest', '--dry-run', look], { data: 'look-data' })
    expect(shown.out).toContain(
      '    ¶2 “We say please to the sea, and the sea says no,” Mara Quist told the Bell.\n',
    )
    expect(shown.out).toContain('2 articles would be read, 0 refused. Nothing was kept.')
    await expect(readFile(join(folder, 'look-data', 'readback.sqlite'))).rejects.toThrow('ENOENT')
  })

  it('shows a raw text to be read over, with who said what and why', async () => {
    const file = join(folder, 'over.txt')
    await writeFile(file, '“Not today,” said Mara Quist, the harbour master.\n\n“We will see,” she added.\n')
    const { out } = await readback(['quotations', file], { data: 'untouched' })
    expect(out).toMatch(/^“\[1\] Not today,” said Mara Quist, the harbour master\.$/m)
    expect(out).toMatch(
      /^ {4}1\. Mara Quist · “said Mara Quist.*” · 0\.\d\d · said-clause after the quotation$/m,
    )
    expect(out).toMatch(/^“\[2\] We will see,” she added\.$/m)
  })

  it('shows what is found in a raw text, and touches no archive', async () => {
    const file = join(folder, 'raw.txt')
    await writeFile(file, '“Not today,” said Mara Quist, the harbour master.\n')
    const { out } = await readback(['quotations', file, '--json'], { data: 'untouched' })
    expect(JSON.parse(out).quotes).toMatchObject([
      { text: 'Not today,', start: 1, end: 11, speaker: 'Mara Quist', cue: 'said' },
    ])
    expect((await readback(['quotations', folder, '--out', join(folder, 'found')])).code).toBe(0)
    expect(JSON.parse(await readFile(join(folder, 'found', 'raw.json'), 'utf8')).quotes).toHaveLength(1)
    await expect(readFile(join(folder, 'untouched'))).rejects.toThrow(/ENOENT/)
  })

  it('answers a batch in order, says which question is refused and why, and names the line that is none', async () => {
    const from = join(folder, 'batch.jsonl')
    const to = join(folder, 'run.jsonl')
    const asked = { id: 'a', command: 'quote', text: 'who said please' }
    await writeFile(
      from,
      `${JSON.stringify(asked)}\n\n${JSON.stringify({ ...asked, id: 'b', text: 'zebra' })}\n`,
    )
    expect(await readback(['batch', from, '--out', to])).toEqual({ out: '', err: '', code: 0 })
    const run = (await readFile(to, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(run).toMatchObject([
      { id: 'a', answer: { kind: 'found' } },
      { id: 'b', answer: { kind: 'nothing' } },
    ])
    const refused = [
      { ...asked, text: '?' },
      { ...asked, command: 'qoute' },
      { ...asked, text: 'colour:red' },
    ]
    await writeFile(from, [...refused, asked].map((one) => JSON.stringify(one)).join('\n'))
    const { err, code } = await readback(['batch', from, '--out', to])
    expect([code, err]).toEqual([0, expect.stringMatching(/^3 of the questions were refused/)])
    const rows = (await readFile(to, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map(({ error }) => error)).toEqual([
      expect.stringMatching(/^Ask for/),
      'There is no command “qoute”.',
      expect.stringMatching(/^colour: is no filter/),
      undefined,
    ])
    const wrong = async (line: string, where: string) => {
      await writeFile(from, `${JSON.stringify(asked)}\n${line}\n`)
      const { err, code } = await readback(['batch', from, '--out', where])
      return `${code} ${err}`
    }
    expect(await wrong('{"id":"a","command":"quote"}', to)).toMatch(/^1 .*batch\.jsonl:2: text:/)
    expect(await wrong('{}', join(folder, 'no', 'run.jsonl'))).toMatch(/^1 .*run\.jsonl: cannot be written/)
  })

  it('answers what is piped into the prompt, and goes on after a wrong line', async () => {
    const { out, code } = await readback([], { input: '/nonsense\n/quote\n/quote who said please\nplease' })
    expect(code).toBe(0)
    expect(out).toContain('There is no /nonsense.')
    expect(out).toContain('/quote needs words that were said')
    expect(out.match(/We say please to the sea/g)).toHaveLength(2)
  })

  it.each([
    [['--help'], 0, /Usage: readback/],
    [['quote'], 1, /\/quote needs/],
    [['article', 'no', 'such', 'story'], 0, /No article/],
    [['ingest', '/no/such/file.txt'], 1, /file.txt: file: is not there/],
    [['ingest', '/no/such/folder'], 1, /folder: file: is not there/],
    [['quotations', '/no/such/raw.txt'], 1, /raw.txt: file: is not there/],
    [['batch', '/no/such/batch.jsonl', '--out', '/no/such/run'], 1, /batch.jsonl: cannot be read \(ENOENT\)/],
    [['nonsense'], 1, /There is no command “nonsense”/],
    [['nonsense', '--json'], 1, /unknown option/i],
  ])('%j ends with %i', async (words, code, said) => {
    const ended = await readback(words)
    expect(ended.code).toBe(code)
    expect(ended.out + ended.err).toMatch(said)
  })

  it('holds a story by hand, with a reason', { timeout: 30_000 }, async () => {
    const data = 'ruled-data'
    await readback(['ingest', join(folder, 'stories')], { data })
    const url = 'https://bell.example/ferry?utm_source=mail'
    expect((await readback(['hold', url], { data })).err).toMatch(/--reason/)
    const held = await readback(['hold', url, '--reason', 'A name is in doubt'], { data })
    expect(held.out).toMatch(/^Ferry stays in harbour \[ferry-stays-.*\] is in no answer \(hold\)/)
    expect((await readback(['quote', 'please'], { data })).out).not.toMatch(/Ferry stays|please to the sea/)
    await readback(['correct', url, '--reason', 'It was the deputy.'], { data })
    const released = await readback(['release', url, '--reason', 'The name is right'], { data })
    expect(released.out).toMatch(/ may be quoted, with the correction: It was the deputy\.\n$/)
  })

  it('stops an import when it is interrupted, and goes on from there', async () => {
    const many = join(folder, 'many')
    await mkdir(many)
    for (let number = 0; number < 300; number++)
      await writeFile(
        join(many, `${number}.md`),
        FERRY.replaceAll('ferry', `ferry-${number}`).replaceAll('harbour', `harbour ${number}`),
      )
    const data = join(folder, 'many-data')
    const program = spawn(process.execPath, [MAIN, 'ingest', many], {
      env: { ...process.env, READBACK_DATA: data, READBACK_LOG_LEVEL: 'silent' },
    })
    await expect.poll(() => articlesIn(data), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
    program.kill('SIGINT')
    const [err, code] = await Promise.all([
      text(program.stderr),
      new Promise((resolve) => program.on('close', resolve)),
    ])
    const [, done] =
      /^Stopped after (\d+) of 300 files. The same command goes on from there.\n$/u.exec(err) ?? []
    expect(code).toBe(130)
    const rest = await readback(['ingest', many], { data: 'many-data' })
    expect(rest.out).toBe(`${300 - Number(done)} articles added, 0 changed, ${done} unchanged, 0 refused\n`)
  })

  it('ingests the folder named articles of a new archive by itself', async () => {
    await mkdir(join(folder, 'fresh', 'articles'), { recursive: true })
    await writeFile(join(folder, 'fresh', 'articles', 'ferry.md'), FERRY)
    await writeFile(join(folder, 'fresh', 'articles', 'bad.txt'), '')
    const { out, err } = await readback(['status'], { data: 'fresh', log: 'warn' })
    expect(out).toMatch(/1 article, 2 passages, 1 quotation/)
    expect(err).toMatch(/bad\.txt: text: has no words to cite/)
  })
})
