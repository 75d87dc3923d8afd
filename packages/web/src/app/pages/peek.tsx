import { ItemPeek } from '../../features/work/components/item-peek.tsx'
import { itemSlots } from './item-slots.tsx'

type Props = { readonly itemKey: string; readonly onClose: () => void }

/** One item beside the page, with its discussion and files. */
export function Peek({ itemKey, onClose }: Props) {
  return <ItemPeek itemKey={itemKey} onClose={onClose} {...itemSlots} />
}
