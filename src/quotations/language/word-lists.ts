// Lists English function words, titles, places and nouns for people, bodies and documents.
/** Returns a set of lower-case words from a list separated by white space. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const DETERMINERS =
  list(`the a an this that these those his her their its my our your whose some any each every
  no another both all most many several few one two three four five six seven eight nine ten dozen dozens half`)
export const PREPOSITIONS =
  list(`of in to for with on at from by about against between into through during before after
  above below under over among toward towards upon near like unlike within without across behind beyond per via
  despite except regarding concerning including amid amidst inside outside off onto out up down around along
  alongside since until till than versus vs`)
export const CONJUNCTIONS = list('and or but nor yet so plus')
export const SUBORDINATORS =
  list(`that which who whom whose what when where why how if because while as although though
  unless whether whereas once whatever whoever whenever wherever`)
export const PRONOUNS =
  list(`he she they it i we you somebody anybody him her them me us himself herself themselves itself myself
  ourselves yourself hers theirs mine ours yours nobody everybody everyone someone anyone something nothing
  everything anything others who one`)
export const AUXILIARIES =
  list(`is are was were be been being am has have had having do does did done will would can
  could shall should may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
  wouldn't can't couldn't shouldn't cannot not n't it's he's she's that's there's i'm i've we've we're they're
  they've you're who's what's let's i'll we'll he'll she'll they'll i'd he'd she'd they'd we'd there`)
export const ADVERBS =
  list(`also later then now today yesterday tomorrow again earlier once recently often always never
  ever still just even only too very more less much well here back away ahead instead however meanwhile therefore
  moreover perhaps maybe nearly almost already soon twice further rather quite indeed nonetheless nevertheless
  afterward afterwards elsewhere thus hence tonight ago yet all together first next last`)
export const DAYS =
  list(`monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. mon tue wed thu fri
  sat sun`)
/** Verbs that are not cues and that have no verb ending. */
export const VERBS =
  list(`went came came took made got gave ran won lost saw knew left kept held met led fell rose
  grew drew drove broke chose paid sold built spent stood sat brought thought bought caught taught fought became
  began wore threw flew hung beat became let set cut comes goes takes makes gets gives runs wins loses sees knows
  leaves keeps holds meets leads falls rises grows draws drives breaks chooses pays sells builds spends stands sits
  brings thinks buys catches teaches fights becomes wants needs seems looks works tries uses remains appears serves
  plans hopes likes helps turns starts plays moves lives stays come go take make get give run win lose see know
  keep meet become want need seem look try use used remain appear serve help`)

export const TITLES =
  list(`president vice senator sen. sens. del. representative representatives rep. reps. congressman
  congresswoman governor gov. govs. general gen. lieutenant lt. colonel col. major maj. sergeant sgt. captain capt.
  admiral adm. mr. mrs. ms. miss dr. doctor prof. professor judge justice rev. reverend pope king queen prince
  princess sir lord lady dame mayor speaker secretary minister chancellor chairman chairwoman chair director
  commissioner ambassador sheriff chief officer deputy attorney councilman councilwoman councilmember alderman
  assemblyman assemblywoman delegate rabbi imam bishop archbishop cardinal father sister brother pastor coach
  spokesman spokeswoman spokesperson strategist manager editor reporter correspondent host anchor leader majority
  minority whip premier detective ceo cfo coo coun. cllr. councillor councilor supt. fr. const. constable cpl. pvt. pte. insp.
  det. asst. atty. msgr. revd. pres. cmdr. sec. amb. spc. reeve warden dean provost mp mla marshal inspector superintendent principal comptroller treasurer sen rep gov mr mrs ms dr
  president-elect acting interim former then ex-president first lady`)
/** Departments after "Secretary of", which belong to the title and not to the name. */
export const DEPARTMENTS = list(`state defense treasury labor commerce education energy interior agriculture
  transportation homeland security veterans affairs health human services housing urban development war and`)
export const PARTICLES = list(
  'de del della di da dos du la le van von der den ten ter bin ibn al el bint abu ben y e af',
)
export const SUFFIXES = list('jr. sr. jr sr ii iii iv esq.')
/** Adjectives before a name ("Republican", "Canadian"), which are never part of it. */
export const ADJECTIVES =
  list(`republican republicans democrat democrats democratic gop libertarian independent
  conservative liberal progressive american british french german russian chinese mexican canadian israeli iranian
  iraqi turkish syrian saudi egyptian indian japanese korean african european asian hispanic latino latina muslim
  christian catholic jewish evangelical mormon black white gay texan californian
  belgian austrian norwegian hungarian romanian bulgarian serbian croatian albanian ukrainian brazilian argentinian
  chilean peruvian colombian venezuelan uruguayan ecuadorian nigerian kenyan ghanaian ethiopian moroccan algerian
  tunisian cameroonian ivorian indonesian malaysian singaporean jordanian palestinian jamaican cuban australian
  frenchman frenchwoman englishman englishwoman irishman irishwoman welshman scotsman dutchman`)
export const ORGANISATION_WORDS =
  list(`committee commission council congress senate house party court courts department
  agency bureau office administration association institute foundation center centre university college school
  academy church union league federation alliance coalition society club network news times post journal tribune
  herald gazette globe chronicle magazine press media television radio company corporation corp. inc. co. group
  bank fund trust partners holdings industries systems service services force army navy police guard board
  authority ministry parliament campaign pac project initiative movement embassy consulate debate debates organization organisation conference
  forum museum hospital airlines motors records studios pictures entertainment today review daily weekly observer
  examiner inquirer sun mail guardian telegraph associates consulting strategies research survey poll nations
  republicans democrats voters americans u.n. nato cnn nbc abc cbs msnbc npr pbs bbc fbi cia nsa epa irs fda nra
  aclu naacp dnc rnc gop twitter facebook google amazon youtube reuters bloomberg politico breitbart`)
export const PLACES =
  list(`america u.s. usa us uk u.k. britain england scotland ireland wales france germany spain italy
  greece poland ukraine russia china japan korea india pakistan afghanistan iraq iran syria israel egypt libya
  turkey jordan lebanon yemen kuwait qatar mexico canada cuba brazil argentina venezuela colombia africa europe asia
  australia washington d.c. york jersey hampshire carolina dakota virginia alabama alaska arizona arkansas california
  colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine
  maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
  pennsylvania tennessee texas utah vermont wisconsin wyoming boston chicago philadelphia houston dallas detroit
  miami atlanta seattle denver phoenix baltimore cleveland manhattan brooklyn london paris berlin moscow beijing
  tokyo brussels rome madrid baghdad kabul tehran damascus jerusalem cairo gaza geneva`)

/** Last words of place names; "he" or "she" never refers to such a place. */
export const PLACE_NOUNS =
  list(`street road lane avenue boulevard drive bridge river lake bay creek brook island islands
  hill hills heights park square county city town township village beach mountain mountains valley station harbor
  harbour port airport highway route coast district ward plaza tower building hall gate garden gardens field
  stadium arena mall cemetery forest canyon desert ocean sea gulf peninsula quay wharf terrace crescent`)

/** Singular nouns for people who can speak; `noun-kinds.ts` derives the plurals. */
export const PERSON_NOUNS =
  list(`spokesman spokeswoman spokesperson official officer aide adviser advisor strategist
  consultant senator congressman congresswoman governor mayor president candidate nominee secretary director
  manager chairman chairwoman chair chief leader member lawmaker legislator politician representative reporter
  journalist editor columnist commentator host anchor correspondent moderator analyst expert professor scholar
  researcher scientist economist historian author writer teacher student lawyer attorney judge justice prosecutor
  detective sheriff deputy police cop soldier general veteran colonel captain commander man woman boy girl mother
  father son daughter wife husband brother sister parent child friend neighbor neighbour colleague rival opponent critic
  supporter voter donor activist advocate organizer protester demonstrator volunteer worker employee executive
  founder owner businessman businesswoman mogul billionaire developer investor banker farmer doctor physician nurse
  surgeon neurosurgeon psychologist actor actress singer comedian star director producer pastor priest bishop pope
  rabbi imam king queen prince minister ambassador diplomat envoy source insider operative pollster staffer staff
  witness victim survivor resident citizen person people conservative liberal progressive republican democrat
  narrator user commenter blogger speaker frontrunner front-runner runner incumbent challenger contender
  commander-in-chief tycoon magnate celebrity heckler guy lady kid teenager patient customer client agent guard
  driver pilot player coach fan designer artist chef lobbyist fundraiser surrogate ally confidant relative cousin
  uncle aunt grandfather grandmother coordinator counsel delegate freshman graduate attendee observer ranger
  others another someone everyone`)
/** Nouns for bodies that speak. */
export const BODY_NOUNS =
  list(`campaign group organization organisation company firm committee commission council board
  court administration government department agency office party crowd audience union network newspaper paper
  magazine website site outlet team coalition association foundation institute panel ministry family community
  media press publication jury police staff delegation caucus pac tribunal`)
/** Nouns for documents. */
export const DOCUMENT_NOUNS =
  list(`statement report letter email e-mail message memo document lawsuit suit complaint
  filing indictment ruling opinion editorial article story column book memoir study survey poll transcript speech
  tweet post ad advertisement spot video press-release release website page headline sign banner poster billboard
  slogan text note petition brief order law bill resolution platform plan account script caption invitation
  questionnaire review analysis summary proposal testimony remarks interview notice announcement affidavit`)
export const FEMALE_NOUNS =
  list(`woman spokeswoman congresswoman chairwoman businesswoman councilwoman assemblywoman
  actress mother daughter wife sister aunt grandmother queen princess lady girl widow mom heroine duchess
  saleswoman waitress hostess niece nun mrs. ms. mrs ms miss dame`)
export const MALE_NOUNS =
  list(`man spokesman congressman chairman businessman councilman assemblyman father son husband
  brother uncle grandfather king prince boy guy gentleman dad widower fisherman salesman pope priest nephew duke mr.
  mr sir lord`)
/** Nouns for people whom stories usually do not name. */
export const UNNAMED_NOUNS =
  list(`man woman boy girl guy lady kid teenager child person moderator narrator announcer reporter correspondent
  interviewer questioner heckler protester demonstrator voter supporter donor employee worker staffer aide official
  officer spokesman spokeswoman spokesperson source insider operative resident citizen witness attendee neighbor
  neighbour caller reader user commenter friend driver patient customer client student fan volunteer member host
  guard owner cop soldier victim survivor critic opponent rival colleague parent mother father son daughter wife
  husband brother sister uncle aunt cousin relative teacher nurse doctor lawyer attorney judge prosecutor detective
  deputy sheriff pastor priest expert analyst`)
