import { readTreebank, TREEBANK } from './treebank.ts'
import { treeOf, QUOTED } from './tree-sentences.ts'
import { readLexeme, hashOf } from '../src/quotations/syntax/lexemes.ts'
import { trainTagger } from './tagger-training.ts'
import { seeded } from './seeded.ts'
import { quantise } from './quantise.ts'
import { indexTable } from '../src/quotations/syntax/weight-table.ts'
import { tagger } from '../src/quotations/syntax/tag-sentence.ts'
import { WORD_CLASSES } from '../src/quotations/syntax/labels.ts'
const { train, held } = readTreebank(TREEBANK)
const read = (docs: typeof train) => docs.flatMap(d=>d.sentences.flatMap(s=>{const t=treeOf(d.text,s); return t?[{...t, lexemes:t.words.map(w=>readLexeme(w,new Map()))}]:[]}))
const a = read(train), b = read(held)
const known = new Set(a.flatMap(s=>s.words.map(w=>w.toLowerCase())))
let t0=performance.now()
for (const rounds of [6, 10]) {
const model = trainTagger(a, {rounds, random: seeded(1)})
for (const least of [0.02, 0.05,0.1]) for (const largest of [8]) {
const q = quantise(model, {largest, least})
const tag = tagger(indexTable(q.features,q.weights))
const base=(x:number)=>WORD_CLASSES[x]!.replace(/-.*/,'').replace('NOUNS','NOUN').replace('POSS','PART')
let n=0,fine=0,coarse=0,un=0,uc=0; const conf=new Map<string,number>()
for (const s of b) { const got=tag(s.lexemes, hashOf(QUOTED)); s.tags.forEach((t,i)=>{n++; if(t===got[i])fine++; const ok=base(t)===base(got[i]!); if(ok)coarse++; else {const k=base(t)+'>'+base(got[i]!); conf.set(k,(conf.get(k)??0)+1)}; if(!known.has(s.words[i]!.toLowerCase())){un++; if(ok)uc++}}) }
const big=b.flatMap(s=>s.lexemes); t0=performance.now(); for(let k=0;k<5;k++) for(const s of b) tag(s.lexemes,0); const sp=5*n/((performance.now()-t0)/1000)
console.log(rounds,least,largest,q.features.length,'fine',(fine/n).toFixed(4),'coarse',(coarse/n).toFixed(4),'unknown',un,(uc/un).toFixed(3), Math.round(sp))
if (rounds===10&&least===0.05) console.log([...conf].sort((x,y)=>y[1]-x[1]).slice(0,14).join(' '))
}}
