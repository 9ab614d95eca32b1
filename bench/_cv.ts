import { writeFileSync } from 'node:fs'
import { attributeRuns } from '../src/quotations/speakers/attribute.ts'
import { QUOTATION_CORPUS as CORPUS } from './corpus.ts'
import { isSameName } from './same-name.ts'
import { isSource, readSourced, type SourcedArticle as Sourced } from './sourced.ts'
import { trainSpeakers } from './speaker-training.ts'

const DATE = /\d{4}-\d\d-\d\d/
const articles = readSourced(CORPUS, 'train')
const dateOf = ({ name }: Sourced) => DATE.exec(name)?.[0] ?? ''
const sorted = articles.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)))
const F = 3,
  size = Math.ceil(sorted.length / F)
const onlyFirst = process.argv.includes('--one')
let out = ''
const tally = new Map<string, number[]>()
const add = (k: string, ok: boolean) => {
  const t = tally.get(k) ?? [0, 0]
  t[0]!++
  t[1]! += +ok
  tally.set(k, t)
}
const rows: any[] = []
for (let f = 0; f < (onlyFirst ? 1 : F); f++) {
  const held = sorted.slice(f * size, (f + 1) * size)
  const t0 = performance.now()
  const model = trainSpeakers(sorted.filter((a) => !held.includes(a)))
  console.error('fold', f, (performance.now() - t0) / 1000)
  for (const a of held) {
    const found = attributeRuns(
      a.annotated,
      a.quotes.map((q) => q.run),
      model,
    )
    for (const q of a.quotes) {
      const one = found.get(q.run.start)
      const ok = !!one && isSource(a.annotated, one.mention, q.source)
      const nameOk = q.source.name === null ? null : isSameName(q.source.name, one?.speaker ?? '')
      add('all', ok)
      add('type ' + q.source.type, ok)
      if (nameOk !== null) {
        add('name', nameOk)
        if (one) add('name via ' + one.mention.kind, nameOk)
      }
      if (one) add('mention via ' + one.mention.kind, ok)
      rows.push({ kind: one?.mention.kind, m: one?.mentionScore, s: one?.speakerScore, ok, nameOk })
      if (!ok || nameOk === false) {
        const w = a.annotated.words[q.at]!
        const p = a.annotated.paragraphs
        const from = a.annotated.words[p[Math.max(0, w.paragraph - 1)]!]!.start,
          to = a.annotated.words[(p[w.paragraph + 1] ?? a.annotated.words.length) - 1]!.end
        out += `## ${ok ? 'NAME' : 'MENTION'} gold="${q.source.text.slice(0, 60)}" name=${q.source.name} type=${q.source.type} | got="${one?.mention.text}" (${one?.mentionScore.toFixed(2)}) speaker=${one?.speaker} (${one?.speakerScore.toFixed(2)})\n${a.annotated.text.slice(Math.max(0, from), q.run.start).slice(-500)}>>>${a.annotated.text.slice(q.run.start, q.run.end).slice(0, 160)}<<<${a.annotated.text.slice(q.run.end, to).slice(0, 250)}\n\n`
      }
    }
  }
}
for (const [k, [n, r]] of [...tally].sort()) console.log(k.padEnd(30), n, ((100 * r!) / n!).toFixed(2))
writeFileSync(process.argv[2]!, out)
writeFileSync(process.argv[2]! + '.rows', JSON.stringify(rows))
