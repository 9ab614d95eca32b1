// Lists broadcast programmes, and the nouns and broadcasters that stand beside their titles.
/** Titles of broadcasts, podcasts and long-running columns in American news, in lower case. */
const PROGRAMME_TITLES = `60 minutes, 20/20, 48 hours, access hollywood, ac360, all in, all things considered, am joy,
  american idol, america's newsroom, anderson cooper 360, at this hour, axe files, bachelor, bachelorette,
  big brother, billions, black-ish, breakfast club, breaking bad, breitbart news daily, breitbart news sunday,
  cbs evening news, cbs this morning, cbs sunday morning, celebrity apprentice, apprentice, colbert report, conan,
  crossfire, daily show, dancing with the stars, dateline, dateline nbc, democracy now, downton abbey, dr. oz show,
  ellen degeneres show, ellen show, entertainment tonight, erin burnett outfront, face the nation, factor, five,
  fox & friends, fox and friends, fox news sunday, fresh air, frontline, full frontal, full measure,
  game of thrones, glenn beck program, good day new york, good morning america, gma, good wife, hamilton, hannity,
  hardball, homeland, house of cards, hugh hewitt show, inside edition, inside politics, jeopardy,
  jimmy kimmel live, justice with judge jeanine, keepin' it 1600, kelly file, last week tonight, last word,
  late late show, late night, late show, laura ingraham show, law & order, lead, live with kelly, mad men,
  madam secretary, mark levin show, marketplace, media buzz, meet the press, meet the press daily, modern family,
  morning edition, morning joe, msnbc live, nbc nightly news, new day, newsnight, nightline, nightly news,
  nightly show, o'reilly factor, office, on point, on the record, on the record with greta, outfront,
  parks and recreation, playbook, pod save america, political capital, politicsnation, power lunch,
  rachel maddow show, real time, reliable sources, rush limbaugh show, saturday night live, savage nation, scandal,
  sean hannity show, seinfeld, sesame street, simpsons, situation room, smerconish, snl, sopranos, special report,
  squawk box, star trek, star wars, state of the union, stephen colbert show, sunday morning futures, survivor,
  takeaway, talk, this american life, this week, today, today show, tonight show, veep, view, voice,
  walking dead, washington journal, washington week, west wing, wheel of fortune, wire, with all due respect,
  world news tonight, your world`
const KNOWN_PROGRAMMES = new Set(
  PROGRAMME_TITLES.split(',').map((title) => title.trim().replace(/\s+/g, ' ')),
)
const TITLE_AFFIXES = /^the |(?: (?:with|on|starring) .*)?[\s.,;:!?]*$/g

/** Whether words are the title of a programme, with or without its host: "The Late Show With Stephen Colbert,". */
export function isProgramme(words: string): boolean {
  if (words.length > 80) return false
  const title = words.toLowerCase().replace(/’/g, "'")
  return (
    KNOWN_PROGRAMMES.has(title.replace(/^the |[\s.,;:!?]*$/g, '')) ||
    KNOWN_PROGRAMMES.has(title.replace(TITLE_AFFIXES, ''))
  )
}

/** Nouns beside the title of a work: the film “…”, a “…” star. */
export const WORK_NOUNS = new Set(
  `ad album anthem article ballad bestseller blog book broadcast cartoon chapter classic column comedy documentary
  drama episode essay exhibit exhibition festival film franchise game headline host hosts hit magazine memoir movie
  movies musical newsletter novel painting play podcast poem program programme programs reality report segment
  sequel serial series show shows sitcom skit sketch song songs soundtrack special spinoff star starred starring
  stars thriller titled track trailer tune tv video entitled author anchor co-host channel network`.split(
    /\s+/,
  ),
)
/** Broadcasters beside the title of a programme: CNN’s “…”. */
export const BROADCASTERS = new Set(
  `abc amazon amc bbc bet bravo broadway c-span cbs cnbc cnn espn fox fx hbo hulu mtv msnbc nbc netflix npr pbs
  showtime starz telemundo tlc univision vh1`.split(/\s+/),
)
