/** A seeded source of numbers in [0, 1): same seed, same numbers, on every machine. */
export type Random = () => number

/**
 * Small fast counter generator, good enough for sampling and simulation, not for secrets.
 *
 * @param seed any 32-bit integer
 * @see Chris Doty-Humphrey, PractRand: sfc32
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let d = seed | 0
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

/** Ten bytes from a random source, as `uuidV7` wants them. */
export function randomBytes10(random: Random): Uint8Array {
  return Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256))
}
