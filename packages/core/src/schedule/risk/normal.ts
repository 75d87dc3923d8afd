const NODES = 4096

/**
 * Share of a standard normal distribution below a value.
 *
 * @see G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11, 2004
 */
export function normalShare(z: number): number {
  if (z < -8) return 0
  if (z > 8) return 1
  let term = z
  let sum = z
  for (let i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
    term *= (z * z) / i
    sum += term
  }
  return 0.5 + sum * density(z)
}

/**
 * Normal values by share, to be read by `readTable` with a uniform number. Its ends lie at 3.8 standard
 * deviations, one value in 14,000; it is scaled to a variance of exactly one.
 */
export function normalTable(): Float64Array {
  const nodes = new Float64Array(NODES + 1)
  let z = 0
  for (let i = NODES / 2 + 1; i <= NODES; i++) {
    const share = Math.min(i / NODES, 1 - 1 / (4 * NODES))
    for (let step = 0; step < 4; step++) z -= (normalShare(z) - share) / density(z)
    nodes[i] = z
    nodes[NODES - i] = -z
  }
  let variance = 0
  for (let i = 0; i < NODES; i++) {
    const [a, b] = [nodes[i] ?? 0, nodes[i + 1] ?? 0]
    variance += (a * a + a * b + b * b) / 3 / NODES
  }
  const scale = 1 / Math.sqrt(variance)
  return nodes.map((value) => value * scale)
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}
