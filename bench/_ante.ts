import { antecedentRow, rank } from '../src/quotations/people/antecedents.ts'
import { scoreRows } from '../src/quotations/speakers/trees.ts'
import { newsQuestions, type Question, treebankQuestions } from './antecedent-questions.ts'
import { boost } from './boosting.ts'
import { CORPUS } from './corpus.ts'
import { readSourced } from './sourced.ts'
import { readTreebank, TREEBANK } from './treebank.ts'
const news = readSourced(CORPUS, 'train').map(newsQuestions)
const bank = readTreebank(TREEBANK)
const docs = [...bank.train, ...bank.held].map(treebankQuestions)
const all = Object.keys(news.flat()[0]!.described[0]!)
console.log(news.flat().length, docs.flat().length, docs.flat().filter(q=>q.right.includes(true)).length)
const tree = ['role','lastRole','sameRole','sharesVerb','rulesClause','mainSubject']
function run(name: string, features: string[], S: any, useBank: boolean, useNews = true) {
  const grow = (qs: Question[]) => { const a = qs.filter(q=>q.right.includes(true)); const rows=a.flatMap(q=>q.described.map(d=>antecedentRow(d,features))); const starts=[0]; for(const q of a) starts.push(starts.at(-1)!+q.right.length); return boost({rows,starts,right:Uint8Array.from(a.flatMap(q=>q.right.map(Number)))}, S) }
  const ok = (t: any, q: Question) => q.right[rank(scoreRows(t,q.described.map(d=>antecedentRow(d,features)))).best]===true
  let nr=0, nn=0, br=0, bn=0
  for (let f=0; f<5; f++) { const t=grow([...(useNews?news.filter((_,i)=>i%5!==f):[]), ...(useBank?docs.filter((_,i)=>i%5!==f):[])].flat()); for (const q of news.filter((_,i)=>i%5===f).flat()) { nn++; nr+=+ok(t,q) } for (const q of docs.filter((_,i)=>i%5===f).flat().filter(q=>q.right.includes(true))) { bn++; br+=+ok(t,q) } }
  console.log(name, 'news', (100*nr/nn).toFixed(1), nn, 'bank', (100*br/bn).toFixed(1), bn)
}
const S = { trees: 60, leaves: 8, rate: 0.1, smallest: 15, l2: 3, columns: 0.5 }
run('news, no tree', all.filter(f=>!tree.includes(f)), S, false)
run('news, tree', all, S, false)
run('both, no tree', all.filter(f=>!tree.includes(f)), S, true)
run('both, tree', all, S, true)
run('both, tree, 150x12', all, {...S, trees: 150, leaves: 12}, true)
run('both, tree, 250x8 l2 8 s 25', all, {...S, trees: 250, rate: 0.06, l2: 8, smallest: 25}, true)
run('both tree 150x16 s8', all, {...S, trees: 150, leaves: 16, smallest: 8}, true)
run('bank alone', all, {...S, trees: 150, leaves: 8}, true, false)
