/** Whether to go on (green), to prepare a remedy (amber), or to act on it (red). */
export type FeverZone = 'green' | 'amber' | 'red'

/** A chain under way; all in working minutes. */
export type ChainProgress = {
  /** Aggressive length of the whole chain as planned. */
  readonly chainMin: number
  readonly bufferMin: number
  /** Since the planned start of the chain. */
  readonly elapsedMin: number
  /** What is left of the chain, as its people estimate it today. */
  readonly remainingMin: number
}

/** A point of the fever chart. */
export type FeverPoint = {
  /** Part of the chain that is done, 0 to 1; null for a chain without length. */
  readonly chainDone: number | null
  /** Part of the buffer that is used: 0 when on time or ahead, above 1 when late; null without a buffer. */
  readonly bufferUsed: number | null
  /** Buffer used by chain done; above 1 it will not last. Null while nothing is done. */
  readonly burnRate: number | null
  readonly zone: FeverZone
}

/** Where a zone begins: the part of the buffer used, when nothing of the chain is done and when all is. */
export type ZoneLine = { readonly atStart: number; readonly atEnd: number }

/** The two lines of a fever chart. */
export type FeverLines = { readonly amber: ZoneLine; readonly red: ZoneLine }

/** Usual lines: a chain may use its buffer as it goes on, but not at its beginning. A team may set others. */
export const FEVER_LINES: FeverLines = {
  amber: { atStart: 0.1, atEnd: 0.7 },
  red: { atStart: 0.3, atEnd: 0.9 },
}

/**
 * Where a chain stands on the fever chart.
 *
 * @param progress working minutes
 * @param lines where amber and red begin
 * @returns shares, not percents; null where undefined. Without a buffer any delay is red
 * @see L. Leach, Critical Chain Project Management, 3rd edition, 2014: buffer management
 */
export function takeFever(progress: ChainProgress, lines: FeverLines = FEVER_LINES): FeverPoint {
  const { chainMin, bufferMin, elapsedMin, remainingMin } = progress
  const lateMin = Math.max(0, elapsedMin + remainingMin - chainMin)
  const chainDone = chainMin > 0 ? Math.min(1, Math.max(0, 1 - remainingMin / chainMin)) : null
  const bufferUsed = bufferMin > 0 ? lateMin / bufferMin : null
  return {
    chainDone,
    bufferUsed,
    burnRate: bufferUsed === null || chainDone === null || chainDone === 0 ? null : bufferUsed / chainDone,
    zone: zoneOf(chainDone ?? 0, bufferUsed ?? (lateMin > 0 ? Infinity : 0), lines),
  }
}

function zoneOf(done: number, used: number, { amber, red }: FeverLines): FeverZone {
  const isOver = ({ atStart, atEnd }: ZoneLine) => used > atStart + (atEnd - atStart) * done
  if (isOver(red)) return 'red'
  return isOver(amber) ? 'amber' : 'green'
}
