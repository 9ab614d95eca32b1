// Lists the English abbreviations whose full stop does not end a sentence.

/** Titles, ranks, months, companies and states, without their full stop. Initials are not among them. */
export const ABBREVIATIONS: readonly string[] = (
  'Mr Mrs Ms Dr Coun Cllr Supt Fr Const Cpl Pvt Pte Insp Det Asst Atty Msgr Revd Pres Cmdr Cmsr Sec Amb Spc Cdr ' +
  'Sen Sens Del Rep Reps Gov Govs Gen Lt Col Maj Sgt Capt Adm Prof Rev Hon St Jr Sr vs No ' +
  'Jan Feb Aug Sept Oct Nov Dec Inc Corp Co Ltd Bros ' +
  'Ala Ariz Calif Colo Conn Fla Ga Ill Ind Kan Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Wash Wis'
).split(' ')
