// Lists the titles that news abbreviates, and the titles they stand for.

/**
 * Abbreviated titles, in lower case without their full stop, and the full titles they stand for, the usual one first.
 */
const FULL_TITLES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    gov: ['governor'],
    sen: ['senator'],
    sens: ['senator'],
    rep: ['representative', 'congressman', 'congresswoman', 'lawmaker'],
    reps: ['representative'],
    pres: ['president'],
    dr: ['doctor'],
    prof: ['professor'],
    lt: ['lieutenant'],
    col: ['colonel'],
    capt: ['captain'],
    sgt: ['sergeant'],
    atty: ['attorney'],
    supt: ['superintendent'],
    rev: ['reverend'],
    coun: ['councillor', 'councilor'],
    couns: ['councillor'],
    cllr: ['councillor'],
    ald: ['alderman'],
    cmdr: ['commander'],
    maj: ['major'],
    gen: ['general'],
    adm: ['admiral'],
    insp: ['inspector'],
    det: ['detective'],
    amb: ['ambassador'],
    dem: ['democrat'],
    gop: ['republican'],
  }),
)

/** Returns the titles that an abbreviation may stand for, the usual one first; none where it is no abbreviation. */
export const fullTitles = (abbreviation: string): readonly string[] => FULL_TITLES.get(abbreviation) ?? []

/** Every abbreviation, and the usual title of each. */
export const ABBREVIATED_TITLES: readonly string[] = [...FULL_TITLES.keys()]
export const USUAL_TITLES: readonly string[] = [...FULL_TITLES.values()].flatMap((titles) =>
  titles.slice(0, 1),
)
