// The features that the models score.

/** Numeric features by name; classes are coded as numbers. */
export type Features = Record<string, number>
