import type { PlanView } from '@millrace/contract'
import { orderLinks } from '@millrace/core/schedule'

/** Whether something would come after itself. */
export function isCircle(links: PlanView['links'], lines: readonly { readonly itemId: string }[]): boolean {
  const numberOf = new Map(lines.map(({ itemId }, index) => [itemId, index]))
  const arrows = links.flatMap(({ fromId, toId }) => {
    const [from, to] = [numberOf.get(fromId), numberOf.get(toId)]
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  return orderLinks(lines.length, arrows).order.length < lines.length
}
