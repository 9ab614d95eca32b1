// Maps English words to their base forms in American spelling: "died" to "die", "harbours" to "harbor".
import americanEnglish from 'american-english'
import lemmatizer from 'wink-lemmatizer'

/** Forms that the lemmatizer reads as another word's, and nouns from verbs and adjectives; each after its base form. */
const OTHER_FORMS = `wife wives|half halves|thief thieves|shelf shelves|analysis analyses|basis bases
deep depth|wide width|long length|high height|strong strength|die death|sell sale|fly flight|speak speech`

const otherForms = new Map(
  OTHER_FORMS.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...others] = line.split(' ')
    return others.map((form): [string, string] => [form, base])
  }),
)

/** British spellings with the American ones; the list has some padded, and "flyer" and "flier" for each other. */
const americanSpellings = new Map(
  Object.entries(americanEnglish.us_spelling)
    .map(([british, american]): [string, string] => [british, american.trim()])
    .filter(([, american]) => !Object.hasOwn(americanEnglish.us_spelling, american)),
)

/** Returns the base form of a folded word in American spelling; a word that is in no list is returned as it is. */
export function baseFormOf(word: string): string {
  const form = otherForms.get(word) ?? lemmaOf(word)
  return americanSpellings.get(form) ?? form
}

/** Returns the base form of a verb or, where a word is no form of one, of a noun. */
function lemmaOf(word: string): string {
  if (!/^[a-z]{3,}$/u.test(word)) return word
  const verb = lemmatizer.verb(word)
  return verb === word ? lemmatizer.noun(word) : verb
}
