import { ItemPanel } from './item/item-panel.tsx'
import type { ItemSlots } from './item/item-tabs.tsx'

type Props = ItemSlots & { readonly itemKey: string; readonly onClose: () => void }

/** One item in the pane beside the page. */
export function ItemPeek(props: Props) {
  return <ItemPanel {...props} shape="pane" />
}
