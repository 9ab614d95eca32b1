// Expands abbreviated titles, parties and states: "sen." is a senator, "R-Tex." a Texas Republican.
import { fullTitles } from '../../language/titles.ts'

const PARTIES: ReadonlyMap<string, string> = new Map([
  ['d', 'democrat'],
  ['r', 'republican'],
  ['i', 'independent'],
])
/** State abbreviations of the Associated Press and of the US Postal Service, with the states’ names. */
const STATES = new Map(
  `ala alabama al alabama ariz arizona az arizona ark arkansas ar arkansas calif california ca california colo colorado
  co colorado conn connecticut ct connecticut del delaware de delaware fla florida fl florida ga georgia ill illinois
  il illinois ind indiana in indiana ia iowa kan kansas ks kansas ky kentucky la louisiana me maine md maryland mass
  massachusetts ma massachusetts mich michigan mi michigan minn minnesota mn minnesota miss mississippi ms
  mississippi mo missouri mont montana mt montana neb nebraska ne nebraska nev nevada nv nevada ohio ohio oh ohio okla
  oklahoma ok oklahoma ore oregon or oregon pa pennsylvania tenn tennessee tn tennessee tex texas tx texas texas
  texas utah utah ut utah vt vermont va virginia wash washington wa washington wis wisconsin wi wisconsin wyo wyoming
  wy wyoming hawaii hawaii hi hawaii idaho idaho id idaho alaska alaska ak alaska iowa iowa maine maine`
    .split(/\s+/)
    .flatMap((word, i, words) => (i % 2 === 0 ? [[word, words[i + 1] ?? word] as const] : [])),
)
const PARTY_STATE = /^([dri])(?:-(.+?))?\.?$/

/** Returns a lower-case title and the full titles it stands for: "sen." → "sen.", "senator". */
export function expandTitle(lower: string): string[] {
  return [lower, ...fullTitles(lower.replace(/\.$/, ''))]
}

/** Returns the party and the state of an affiliation after a name: "r-tex." → "republican", "texas". */
export function expandPartyAndState(lower: string): string[] {
  const [, party = '', state = ''] = PARTY_STATE.exec(lower) ?? []
  return [PARTIES.get(party), STATES.get(state)].flatMap((word) => word ?? [])
}
