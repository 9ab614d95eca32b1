import { readFileSync, existsSync } from 'node:fs'
import { readTreebank, TREEBANK } from './treebank.ts'
import { treeOf, quotedTreeOf, QUOTED } from './tree-sentences.ts'
import { readLexeme, hashOf } from '../src/quotations/syntax/lexemes.ts'
import { trainTagger } from './tagger-training.ts'
import { trainParser } from './parser-training.ts'
import { seeded } from './seeded.ts'
import { quantise } from './quantise.ts'
import { indexTable } from '../src/quotations/syntax/weight-table.ts'
import { tagger } from '../src/quotations/syntax/tag-sentence.ts'
import { parser } from '../src/quotations/syntax/parse-sentence.ts'
import { WORD_CLASSES, RELATIONS } from '../src/quotations/syntax/labels.ts'
const useC = process.argv[2] !== 'none'
const clusters = useC ? new Map<number,number>(JSON.parse(readFileSync('/work/tmp/clusters.json','utf8')).map(([w,c]: [string,number])=>[hashOf(w),c])) : new Map<number,number>()
const { train, held } = readTreebank(TREEBANK)
const read = (docs: typeof train) => docs.flatMap(d=>d.sentences.flatMap(s=>{const t=treeOf(d.text,s); return t?[{...t, lexemes:t.words.map(w=>readLexeme(w,clusters))}]:[]}))
const a = read(train), b = read(held)
const Q = hashOf(QUOTED)
const ROUNDS = 6
const qt = (m: any, largest=8, least=0.02) => { const q=quantise(m,{largest,least}); console.log('  table', q.features.length, q.classes, (q.weights.length+q.features.length*4)/1e6,'MB'); return indexTable(q.features,q.weights) }
let t0=performance.now()
const tagAll = tagger(qt(trainTagger(a,{rounds:ROUNDS,random:seeded(1)})))
const K=5
const told: Uint8Array[] = []
for (let f=0; f<K; f++) { const t=tagger(qt(trainTagger(a.filter((_,i)=>i%K!==f),{rounds:ROUNDS,random:seeded(1)}))); a.forEach((s,i)=>{ if(i%K===f) told[i]=t(s.lexemes,Q) }) }
console.log('taggers', (performance.now()-t0)/1000)
const base=(x:number)=>WORD_CLASSES[x]!.replace(/-.*/,'').replace('NOUNS','NOUN').replace('POSS','PART')
let n=0,fine=0,coarse=0
for (const s of b) { const got=tagAll(s.lexemes,Q); s.tags.forEach((t,i)=>{n++; if(t===got[i])fine++; if(base(t)===base(got[i]!))coarse++}) }
console.log('tags fine', fine/n, 'coarse', coarse/n)
for (const rounds of [10]) {
t0=performance.now()
const m = trainParser(a.map((s,i)=>({...s,tags:told[i]!})),{rounds,random:seeded(2)})
console.log('parser trained', (performance.now()-t0)/1000)
const parse = parser(qt(m.actions, 30), qt(m.relations, 15))
let un=0,la=0,np=0,unp=0,lap=0
const P=RELATIONS.indexOf('punct')
for (const s of b) { const tags=tagAll(s.lexemes,Q); const g=parse({lexemes:s.lexemes,tags}); s.heads.forEach((h,i)=>{ const u=g.heads[i]===h, l=u&&g.relations[i]===s.relations[i]; un+=+u; la+=+l; if(s.relations[i]!==P){np++; unp+=+u; lap+=+l} }) }
console.log(rounds,'UAS',un/n,'LAS',la/n,'no punct UAS',unp/np,'LAS',lap/np)
t0=performance.now(); for(let k=0;k<5;k++) for(const s of b) { parse({lexemes:s.lexemes,tags:tagAll(s.lexemes,Q)}) }
console.log('words/s', 5*n/((performance.now()-t0)/1000))
}
