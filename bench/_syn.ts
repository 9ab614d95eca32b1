import { readTreebank, TREEBANK } from './treebank.ts'
import { treeOf } from './tree-sentences.ts'
import { readWeights } from '../src/quotations/syntax/weights.ts'
import { readLexeme } from '../src/quotations/syntax/lexemes.ts'
import { tagger } from '../src/quotations/syntax/tag-sentence.ts'
import { parser } from '../src/quotations/syntax/parse-sentence.ts'
import { taggedSentence } from '../src/quotations/syntax/tagged-sentence.ts'
const w = readWeights(); const tag = tagger(w.tags), parse = parser(w.actions, w.relations)
const trees = readTreebank(TREEBANK).held.flatMap(d=>d.sentences.flatMap(s=>treeOf(d.text,s)??[]))
const lex = trees.map(t=>t.words.map(x=>readLexeme(x,w.clusters)))
let n=0,h=0,l=0
trees.forEach((t,k)=>{const a=parse(taggedSentence(lex[k]!,tag(lex[k]!,0))); t.heads.forEach((x,i)=>{n++; const u=a.heads[i]===x; h+=+u; l+=+(u&&a.relations[i]===t.relations[i])})})
console.log(h/n,l/n)
for (let r=0;r<3;r++){ const c=process.cpuUsage(); lex.forEach(x=>tag(x,0)); const d=process.cpuUsage(c); const c2=process.cpuUsage(); lex.forEach(x=>parse(taggedSentence(x,tag(x,0)))); const e=process.cpuUsage(c2); console.log('tag',Math.round(n/((d.user+d.system)/1e6)),'both',Math.round(n/((e.user+e.system)/1e6))) }
