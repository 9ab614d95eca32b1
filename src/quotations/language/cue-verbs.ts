// Lists the verbs that attribute words to somebody, by kind, with irregular forms.
/**
 * Base forms of attributing verbs, from the reporting-verb lists of English grammar and journalism textbooks.
 * `say` verbs take whole sentences of speech, `label` verbs a few quoted words; `stance` verbs say what somebody does
 * with words; the subject of `show` verbs is a document; `think` verbs report thoughts.
 */
export const CUE_VERBS = {
  say: `say tell add write ask continue explain note argue reply respond recall answer state declare announce
    insist claim warn acknowledge admit conclude remark tweet retweet post joke quip predict suggest observe
    comment reiterate repeat assert allege contend maintain point mention report recount relate confide confess
    concede caution exclaim shout yell scream cry chant whisper mutter murmur interject interrupt retort counter
    muse marvel boast brag complain lament bemoan gripe grumble fume rant rail vent snap bark bellow boom roar
    thunder holler stress emphasize underscore elaborate clarify specify explicate testify swear vow pledge
    promise assure reassure advise urge implore plead beg demand order instruct inform notify remind inquire
    query wonder quote cite read recite sing email text message blog fax phone opine pronounce proclaim profess
    disclose reveal divulge volunteer venture offer posit propose hypothesize speculate surmise theorize deadpan
    crack scoff sneer snort chuckle laugh sigh sob gush enthuse crow hint intimate insinuate imply chime agree
    disagree object protest remonstrate deny rebut refute echo intone drawl stammer declaim preach lecture
    summarize sum put go begin start finish end open close follow speak talk address`,
  label: `call describe label dub brand characterize term deem name deride denounce decry condemn criticize slam
    blast attack assail bash rip ridicule mock taunt tease scold chide rebuke admonish chastise berate excoriate
    lambaste pan knock ding hit lash skewer savage dismiss reject praise laud applaud commend hail tout celebrate
    compliment congratulate thank credit compare liken portray paint depict cast frame peg pronounce refer rate
    consider regard view accuse blame charge fault indict hammer pummel trash disparage belittle insult smear
    disavow renounce repudiate salute endorse welcome cheer apologize`,
  stance: `express voice allow reflect champion defend justify advocate encourage recommend support oppose back press
    push challenge question dispute doubt contradict call invoke reference discuss debate raise outline detail
    lay spell pose paraphrase parrot mimic dictate deliver issue release publish air broadcast launch unveil
    share send pen sign draft author sound vouch appeal lobby gesture nod wave grin smile weigh
    fire shoot strike hit double reassert react reckon guess caution negotiate swipe jab needle goad troll`,
  show: `show indicate find include contain feature carry read state conclude reveal suggest warn feature
    headline title entitle caption`,
  think: `think believe feel fear worry hope expect know remember realize understand see hear learn decide
    assume suspect imagine dream wish want like love hate prefer intend plan seek try aim mean regret`,
} as const

/** Irregular past forms, and participles where they differ. */
export const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  put: ['put'],
  go: ['went', 'gone'],
  begin: ['began', 'begun'],
  speak: ['spoke', 'spoken'],
  swear: ['swore', 'sworn'],
  sing: ['sang', 'sung'],
  read: ['read'],
  cast: ['cast'],
  lay: ['laid'],
  send: ['sent'],
  shoot: ['shot'],
  strike: ['struck'],
  hit: ['hit'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  understand: ['understood'],
  see: ['saw', 'seen'],
  hear: ['heard'],
  find: ['found'],
  mean: ['meant'],
  seek: ['sought'],
  broadcast: ['broadcast'],
  deny: ['denied'],
  underscore: ['underscored'],
  dream: ['dreamed', 'dreamt'],
  spell: ['spelled', 'spelt'],
  sum: ['summed'],
  make: ['made'],
  give: ['gave', 'given'],
  take: ['took', 'taken'],
  beg: ['begged'],
}
