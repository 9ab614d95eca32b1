import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tokenize } from '../src/quotations/language/tokens.ts'
import { clusterWords } from './word-clusters.ts'
const lines: string[][] = []
function add(text: string) {
  for (const par of text.split(/\n+/)) {
    let line: string[] = []
    for (const t of tokenize(par)) {
      if (t.kind==='mark' && /^["“”'‘’`]$/.test(t.text)) continue
      line.push(t.lower.replace(/\d/g,'0'))
      if (/^[.?!]$/.test(t.text)) { lines.push(line); line=[] }
    }
    if (line.length) lines.push(line)
  }
}
const dir='/work/shared/bench/quotes/data/train/text/'
for (const f of readdirSync(dir).sort()) add(readFileSync(dir+f,'utf8'))
for (const l of gunzipSync(readFileSync('/work/shared/bench/news/articles.jsonl.gz')).toString('utf8').trim().split('\n')) add(JSON.parse(l).body)
console.log(lines.length, performance.now())
const c = clusterWords(lines)
console.log(c.size, performance.now())
writeFileSync('/work/tmp/clusters.json', JSON.stringify([...c]))
const by=new Map<number,string[]>(); for(const [w,k] of c) { const l=by.get(k)??[]; l.push(w); by.set(k,l) }
for (const k of [...by.keys()].slice(0,60)) console.log(k, by.get(k)!.length, by.get(k)!.slice(0,16).join(' '))
