// Lists the words of greeting, thanks and newsroom talk that no thread is about.
/** Words of greeting, thanks, assent and newsroom talk, folded; they occur in any newsroom thread. */
export const threadStopWords: ReadonlySet<string> = new Set(
  `line lines look looked looking looks rundown skeds slot slug slugs tweak tweaks 10am 10pm 11am 11pm 12am 12pm 1am 1pm 2am 2pm 3am 3pm 4am 4pm 5am 5pm 6am 6pm 7am 7pm 8am 8pm 9am 9pm
  actually afternoon agree agreed ahead angle anyway apologies apology april article articles asap ask asked
  asking august awesome background basically before bit bot bravo brilliant btw btws bye call called calls
  caption cc channel check checked checking cheers chief close coffee congrats cool copy correct correction
  deadline december definitely deputy desk discord doc docs draft dunno early edit edited editing editor
  editors edits else evening everyone february file filed filing find fine flag folder folks found friday
  front fwiw fyi gonna good google gotcha gotta great guess guys haha hahaha happy headline hello hey hi hmm
  hmmm hold honestly hope hopefully idea idk iirc imho imo intro january jk july june kind kinda know last
  late later lede legal link links literally lmao lmk lol lunch march may maybe meeting message messages
  minute minutes monday month morning nah near need needs newsroom next nice night nope note november now
  obviously october oh ok okay okey omg online page para paragraph peg perfect photo pic pics piece pieces
  ping pinged please pls plz post posted presumably probably publish published question quick quickly quote
  quoted quotes quoting read readback reading recall remember reporter right rofl running saturday says
  screenshot send sent sentence september seriously sheet shift slack soon sorry sort source sources stand
  standfirst stories story subs sunday super sure sweet ta tbh tea team tell text thank thanks thing things
  think thought thread thursday thx today tomorrow tonight totally true tuesday ty tysm uh umm update
  updated version wait wanna want wants web wednesday week weekend welcome whatever wonder word wording
  words work working works wow wrong yay yeah year yep yesterday yo yup`.split(/\s+/),
)
