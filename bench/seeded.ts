// Draws at random, the same each time.
/** A random number from 0 to 1, from a seed: the same draws each time. */
export type Random = () => number

/** mulberry32, a generator of 32 bits of state. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same things in an order drawn at random. */
export function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const order = [...things]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j] as Thing, order[i] as Thing]
  }
  return order
}
