// A feature is a number that a candidate has among the others of a question; its group is left out together.
import type { Field, Measured } from './measure-candidates.ts'

export type Feature = { name: string; group: string; of: (one: Measured, field: Field) => number }

/** The features of one group. */
export const grouped = (group: string, features: Record<string, Feature['of']>): Feature[] =>
  Object.entries(features).map(([name, of]) => ({ name, group, of }))

/** Stands for what a question does not ask about, between no (0) and yes (1). */
export const NOT_ASKED = 0.5

export const number = (isSo: boolean): number => (isSo ? 1 : 0)
