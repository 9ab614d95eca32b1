// Maps irregular English word forms to their base forms.
/** Irregular English forms that a stemmer cannot undo; each entry a base form and its other forms. */
const IRREGULAR_FORMS = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept
deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held
keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|leave left|lend lent|lie lain|light lit
lose lost|make made|mean meant|meet met|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen
run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot
show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
understand understood|undo undid undone|undergo underwent undergone|uphold upheld|wake woke woken
wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld
wring wrung|write wrote written|overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown
mistake mistook mistaken|foresee foresaw foreseen|override overrode overridden|oversee oversaw overseen
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|wife wives
half halves|loaf loaves|thief thieves|knife knives|shelf shelves|wolf wolves|crisis crises
analysis analyses|basis bases|criterion criteria|phenomenon phenomena
deep depth|wide width|long length|high height|strong strength|die death|sell sale|fly flight|speak speech`

/** The base form of each irregular form: "gave" -> "give", "women" -> "woman". */
export const baseForms: ReadonlyMap<string, string> = new Map(
  IRREGULAR_FORMS.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...others] = line.trim().split(' ')
    return others.map((form): [string, string] => [form, base])
  }),
)
