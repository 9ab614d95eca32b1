/** Words of greeting, thanks, assent and shop talk: they are in every newsroom thread, and are what none is about. */
export const chatter: ReadonlySet<string> = new Set(
  `actually afternoon agree agreed anyway apology apologies article articles asap ask asked asking awesome bit bot
  brilliant btw btws bye cc check checked checking cheers cool copy correct correction cool deadline desk draft
  edit edited editing editor editors edits evening everyone file filed filing find fine flag folks found fwiw fyi
  gonna good gotcha great guess guys haha hahaha happy headline hello hey hi hmm hold hope idea imho imo jk kind know
  lede legal link links lmk lol lunch maybe meeting minute minutes morning need needs nice nope note now oh ok okay
  omg online page para paragraph perfect piece pieces please pls plz post posted probably publish published ping
  question quick quickly quote quoted quotes quoting read readback reading recall remember reporter right says
  send sent sentence sorry sort source sources stand story stories subs super sure sweet tbh team tell text thank
  thanks think thing things thought thread thx today tomorrow tonight totally true ty tysm update updated version
  wait wanna want wants whatever wonder word wording words work working works wow wrong yay yeah yep yesterday yup`.split(
    /\s+/,
  ),
)
