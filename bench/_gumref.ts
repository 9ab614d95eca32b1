import { readTreebank, TREEBANK } from './treebank.ts'
import { referringMentions, entitySpans } from './treebank-references.ts'
import { possibleAntecedents, scoreAntecedents, rank } from '../src/quotations/people/antecedents.ts'
const { train, held } = readTreebank(TREEBANK)
const c = new Map<string, number[]>()
for (const d of [...train,...held]) for (const r of referringMentions(d)) {
  const lower = r.scene.words[r.mention.head]!.lower
  const members = possibleAntecedents(r.scene, r.mention, [])
  const right = members.map(m=>r.isSame(m))
  const any = r.scene.cast.members.some(m=>r.isSame(m))
  const k = r.mention.kind==='pronoun' ? lower : 'nominal'
  const t = c.get(k) ?? [0,0,0,0]; t[0]!++; t[1]! += +any; t[2]! += +right.includes(true)
  if (right.includes(true)) { const {best}=rank(scoreAntecedents(r.scene,r.mention,{members,told:[]})); t[3]! += +!!right[best] }
  c.set(k,t)
}
console.log('mentions, entity in cast, in candidates, ranked first today')
for (const [k,t] of [...c].sort((a,b)=>b[1][0]!-a[1][0]!).slice(0,20)) console.log(k, t.join(' '))
