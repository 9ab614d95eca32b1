import type { Ranked } from './ranking.ts'

/** Evidence bears on a question when it has this share of the question's information. */
const ENOUGH = 0.25

/** Whether a ranked piece bears on the question that it was found for. */
export const bears = ({ bearing }: Ranked) => bearing >= ENOUGH
