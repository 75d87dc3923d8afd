import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import type { DrawnNet } from '../../model/network/drawn-net.ts'
import { layOut } from '../../model/network/layout.ts'
import { netOf } from '../../model/network/network.ts'

/** The network of a plan with its places. Titles and dates may change without anything moving. */
export function useNetwork(
  rows: readonly PlanRowView[],
  links: PlanView['links'],
  withLoose: boolean,
): DrawnNet {
  const net = useMemo(() => netOf(rows, { links, withLoose }), [rows, links, withLoose])
  const shape = net.arrows.map(({ from, to }) => `${String(from)}>${String(to)}`).join()
  const count = net.rows.length
  const layout = useMemo(() => layOut(count, arrowsOf(shape)), [count, shape])
  return useMemo(() => ({ ...net, ...layout }), [net, layout])
}

function arrowsOf(shape: string) {
  if (shape === '') return []
  return shape.split(',').map((arrow) => {
    const [from = 0, to = 0] = arrow.split('>').map(Number)
    return { from, to }
  })
}
