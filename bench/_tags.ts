import { readScene } from '../src/quotations/speakers/scene.ts'
import { findParagraphs } from '../src/quotations/marks/paragraphs.ts'
import { findRuns } from '../src/quotations/marks/runs.ts'
import { readLabelled, CORPUS } from './corpus.ts'
import { tagWords } from '../src/quotations/language/tags.ts'
const arts = process.argv[2] ? [{text: process.argv[2]}] : readLabelled(CORPUS,'train').slice(0,300)
const c=new Map<string,[number,string[]]>()
for (const a of arts) { const s=readScene(a.text, findParagraphs(a.text), findRuns(a.text).filter(r=>r.depth===0)); const old=tagWords(s.words)
 if (process.argv[2]) { s.words.forEach((w,i)=>{const t=s.tree(w.sentence); console.log(w.text, old[i], s.tags[i], t.classOf(i), t.relationOf(i), t.headOf(i)<0?'ROOT':s.words[t.headOf(i)]!.text)}) }
 else s.tags.forEach((t,i)=>{ if(t!==old[i]) { const k=old[i]+'>'+t; const e=c.get(k)??[0,[]]; e[0]++; if (e[0]%Math.max(1,Math.floor(e[0]/12))===0 && e[1].length<30) e[1].push(s.words.slice(Math.max(0,i-2),i).map(w=>w.text.slice(0,15)).join(' ')+' *'+s.words[i]!.text+'* '+s.words.slice(i+1,i+3).map(w=>w.text.slice(0,15)).join(' ')); c.set(k,e) } }) }
for (const [k,[n,ex]] of [...c].sort((a,b)=>b[1][0]-a[1][0])) console.log(k,n,'\n   ',ex.slice(-14).join(' | '))
