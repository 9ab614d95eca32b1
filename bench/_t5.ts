import { readFileSync, existsSync, writeFileSync } from 'node:fs'
import { readTreebank, TREEBANK } from './treebank.ts'
import { treeOf, QUOTED } from './tree-sentences.ts'
import { readLexeme, hashOf } from '../src/quotations/syntax/lexemes.ts'
import { trainTagger } from './tagger-training.ts'
import { trainParser } from './parser-training.ts'
import { seeded } from './seeded.ts'
import { quantise } from './quantise.ts'
import { indexTable } from '../src/quotations/syntax/weight-table.ts'
import { tagger } from '../src/quotations/syntax/tag-sentence.ts'
import { parser } from '../src/quotations/syntax/parse-sentence.ts'
import { RELATIONS } from '../src/quotations/syntax/labels.ts'
const clusters = new Map<number,number>(JSON.parse(readFileSync('/work/tmp/clusters.json','utf8')).map(([w,c]: [string,number])=>[hashOf(w),c]))
const { train, held } = readTreebank(TREEBANK)
const read = (docs: typeof train) => docs.flatMap(d=>d.sentences.flatMap(s=>{const t=treeOf(d.text,s); return t?[{...t, lexemes:t.words.map(w=>readLexeme(w,clusters))}]:[]}))
const a = read(train), b = read(held)
const Q = hashOf(QUOTED)
const qt = (m: any, largest=8, least=0.02) => { const q=quantise(m,{largest,least}); return indexTable(q.features,q.weights) }
let told: Uint8Array[] = [], heldTags: Uint8Array[] = []
if (existsSync('/tmp/told.json')) { const j=JSON.parse(readFileSync('/tmp/told.json','utf8')); told=j.told.map((x:number[])=>Uint8Array.from(x)); heldTags=j.held.map((x:number[])=>Uint8Array.from(x)) }
else {
const tagAll = tagger(qt(trainTagger(a,{rounds:6,random:seeded(1)})))
heldTags = b.map(s=>tagAll(s.lexemes,Q))
for (let f=0; f<5; f++) { const t=tagger(qt(trainTagger(a.filter((_,i)=>i%5!==f),{rounds:6,random:seeded(1)}))); a.forEach((s,i)=>{ if(i%5===f) told[i]=t(s.lexemes,Q) }) }
writeFileSync('/tmp/told.json', JSON.stringify({told:told.map(x=>[...x]),held:heldTags.map(x=>[...x])}))
}
const P=RELATIONS.indexOf('punct')
function evaluate(name: string, acts: any, rels: any) {
let n=0,un=0,la=0,np=0,unp=0,lap=0
const parse = parser(acts, rels)
b.forEach((s,k) => { const g=parse({lexemes:s.lexemes,tags:heldTags[k]!}); s.heads.forEach((h,i)=>{ n++; const u=g.heads[i]===h, l=u&&g.relations[i]===s.relations[i]; un+=+u; la+=+l; if(s.relations[i]!==P){np++; unp+=+u; lap+=+l} }) })
const t0=performance.now(); for(let k=0;k<3;k++) b.forEach((s,k)=>parse({lexemes:s.lexemes,tags:heldTags[k]!}))
console.log(name,'UAS',(un/n).toFixed(4),'LAS',(la/n).toFixed(4),'nopunct',(unp/np).toFixed(4),(lap/np).toFixed(4), 'words/s', Math.round(3*n/((performance.now()-t0)/1000)))
}
const [rounds=10, ...seeds] = process.argv.slice(2).map(Number)
const models = seeds.map(seed=>trainParser(a.map((s,i)=>({...s,tags:told[i]!})),{rounds,random:seeded(seed)}))
const sum = (ms: any[]) => { const rows=new Map<number,number>(); for (const m of ms) for (const f of m.features) if(!rows.has(f)) rows.set(f,rows.size); const C=ms[0].classes; const w=new Float64Array(rows.size*C); for(const m of ms) m.features.forEach((f:number,r:number)=>{const to=rows.get(f)!*C; for(let c=0;c<C;c++) w[to+c]+=m.weights[r*C+c]/ms.length}); return {classes:C,features:Int32Array.from(rows.keys()),weights:w} }
for (let k=1;k<=models.length;k++) { const A=sum(models.slice(0,k).map(m=>m.actions)), R=sum(models.slice(0,k).map(m=>m.relations))
 for (const [la,lr] of [[0.02,0.02],[0.6,0.3],[1.2,0.6],[2,1]]) { const qa=quantise(A,{largest:30,least:la!}), qr=quantise(R,{largest:15,least:lr!}); evaluate(`${k} seeds, least ${la} rows ${qa.features.length} ${qr.features.length}`, indexTable(qa.features,qa.weights), indexTable(qr.features,qr.weights)) } }
