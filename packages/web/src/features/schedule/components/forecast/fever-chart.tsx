import type { PlanChainView } from '@millrace/contract'
import { FEVER_LINES, type ZoneLine } from '@millrace/core/schedule'
import { formatShare } from '../../model/format-share.ts'
import { textsChain } from '../../texts-chain.ts'
import { LineChart } from '../chart/line-chart.tsx'
import styles from './forecast.module.css'

type Props = Pick<PlanChainView, 'fever'>

const TICKS = [0, 0.25, 0.5, 0.75, 1]
const lineOf = ({ atStart, atEnd }: ZoneLine) => [
  { x: 0, y: atStart },
  { x: 1, y: atEnd },
]

/** How much of the buffer is used against how much of the chain is done. */
export function FeverChart({ fever }: Props) {
  const { chainDone, bufferUsed, zone } = fever
  if (chainDone === null || bufferUsed === null)
    return <p className={styles.hint}>{textsChain.feverUnknown}</p>
  const reading = textsChain.feverReading(formatShare(chainDone), formatShare(bufferUsed))
  // What is off the chart lies at its edge; the sentence says how far.
  const y = Math.min(1, bufferUsed)
  const cross = [
    { x: chainDone - 0.015, y },
    { x: chainDone + 0.015, y },
    { x: chainDone, y },
    { x: chainDone, y: y - 0.04 },
    { x: chainDone, y: y + 0.04 },
  ]
  return (
    <>
      <p className={styles.fever}>
        {reading} {textsChain.zone[zone]}
      </p>
      <LineChart
        label={`${textsChain.fever}: ${reading}`}
        series={[
          { name: textsChain.redFrom, line: 'dotted', points: lineOf(FEVER_LINES.red) },
          { name: textsChain.amberFrom, line: 'dashed', points: lineOf(FEVER_LINES.amber) },
          { name: textsChain.here, line: 'solid', points: cross },
        ]}
        xTicks={TICKS.map((at) => ({ at, name: formatShare(at) }))}
        yTicks={TICKS.map((at) => ({ at, name: formatShare(at) }))}
      />
    </>
  )
}
