import { ItemPanel } from '../components/item/item-panel.tsx'
import type { ItemSlots } from '../components/item/item-tabs.tsx'

type Props = ItemSlots & { readonly itemKey: string }

/** One item on a page of its own. */
export function ItemPage(props: Props) {
  return <ItemPanel {...props} shape="page" />
}
