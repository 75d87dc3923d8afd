import { unreachable } from '../../kernel/index.ts'
import { normalShare } from './normal.ts'

/**
 * What is believed of a number that is not known yet; durations in working minutes, costs in minor units.
 *
 * - `pert`: a beta distribution between low and high with the mean (low + 4 likely + high) / 6 and the
 *   standard deviation (high - low) / 6 of PERT.
 * - `lognormal`: by its mean and standard deviation.
 * - `samples`: own history; every sample is as likely as another.
 *
 * @see Malcolm, Roseboom, Clark & Fazar, Application of a Technique for R&D Program Evaluation, 1959
 */
export type Spread =
  | { readonly kind: 'point'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'triangular' | 'pert'
      readonly low: number
      readonly likely: number
      readonly high: number
    }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly standardDeviation: number }
  | { readonly kind: 'samples'; readonly values: readonly number[] }

/** Points of a quantile table, over normal values from -4 to 4: one kilobyte stays in the cache. */
export const POINTS = 256
export const REACH = 4

/** Whether a spread can be sampled: finite, not negative, in order, not empty. */
export function isSpread(spread: Spread): boolean {
  switch (spread.kind) {
    case 'point':
      return isAmount(spread.value)
    case 'uniform':
      return isRising([spread.low, spread.high])
    case 'triangular':
    case 'pert':
      return isRising([spread.low, spread.likely, spread.high])
    case 'lognormal':
      return isAmount(spread.mean) && isAmount(spread.standardDeviation) && spread.mean > 0
    case 'samples':
      return spread.values.length > 0 && spread.values.every(isAmount)
    default:
      return unreachable(spread)
  }
}

/** Tables of inverse distribution functions, over a normal value instead of a share, ready for a copula. */
export function tableMaker(): (spread: Spread) => Float32Array {
  const normals = Float64Array.from({ length: POINTS }, (_, i) => (2 * REACH * i) / (POINTS - 1) - REACH)
  const shares = normals.map(normalShare)
  const makeBeta = betaMaker(shares)
  return (spread) => {
    switch (spread.kind) {
      case 'point':
        return new Float32Array(POINTS).fill(spread.value)
      case 'uniform':
        return Float32Array.from(shares, (share) => spread.low + (spread.high - spread.low) * share)
      case 'triangular':
        return Float32Array.from(shares, (share) => triangular(spread, share))
      case 'pert':
        return makeBeta(spread)
      case 'lognormal': {
        const variance = Math.log(1 + (spread.standardDeviation / spread.mean) ** 2)
        const centre = Math.log(spread.mean) - variance / 2
        return Float32Array.from(normals, (z) => Math.exp(centre + Math.sqrt(variance) * z))
      }
      case 'samples': {
        const sorted = spread.values.toSorted((a, b) => a - b)
        const last = sorted.length - 1
        return Float32Array.from(
          shares,
          (share) => sorted[Math.min(last, Math.floor(share * sorted.length))] ?? 0,
        )
      }
      default:
        return unreachable(spread)
    }
  }
}

type ThreePoint = { readonly low: number; readonly likely: number; readonly high: number }

function triangular({ low, likely, high }: ThreePoint, share: number): number {
  const width = high - low
  if (width === 0) return low
  return share * width < likely - low
    ? low + Math.sqrt(share * width * (likely - low))
    : high - Math.sqrt((1 - share) * width * (high - likely))
}

const STEPS = 256

/**
 * Integrates beta densities over an angle, x = sin^2: there they stay finite at both ends, and 256 steps
 * are one exponential each.
 */
function betaMaker(shares: Float64Array): (spread: ThreePoint) => Float32Array {
  const angle = Math.PI / 2 / STEPS
  const logSin = Float64Array.from({ length: STEPS }, (_, i) => Math.log(Math.sin((i + 0.5) * angle)))
  const logCos = Float64Array.from({ length: STEPS }, (_, i) => Math.log(Math.cos((i + 0.5) * angle)))
  const masses = new Float64Array(STEPS)
  return ({ low, likely, high }) => {
    const width = high - low
    if (width === 0) return new Float32Array(POINTS).fill(low)
    const mean = (1 + (4 * (likely - low)) / width) / 6
    const weight = mean * (1 - mean) * 36 - 1
    const [powerSin, powerCos] = [2 * mean * weight - 1, 2 * (1 - mean) * weight - 1]
    let total = 0
    for (let i = 0; i < STEPS; i++) {
      const mass = Math.exp(powerSin * (logSin[i] ?? 0) + powerCos * (logCos[i] ?? 0))
      masses[i] = mass
      total += mass
    }
    let step = 0
    let below = 0
    return Float32Array.from(shares, (share) => {
      const wanted = share * total
      while (step < STEPS - 1 && below + (masses[step] ?? 0) < wanted) {
        below += masses[step] ?? 0
        step++
      }
      const part = Math.min(1, (wanted - below) / (masses[step] ?? 1))
      return low + width * Math.sin((step + part) * angle) ** 2
    })
  }
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, index) => isAmount(value) && value >= (values[index - 1] ?? 0))
}
