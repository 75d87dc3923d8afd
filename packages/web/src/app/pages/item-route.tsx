import { useParams } from '@tanstack/react-router'
import { ItemPage } from '../../features/work/pages/item-page.tsx'
import { itemSlots } from './item-slots.tsx'

/** The page of one item, with its discussion and files. */
export function ItemRoute() {
  const { key = '' }: { readonly key?: string } = useParams({ strict: false })
  return <ItemPage key={key} itemKey={key} {...itemSlots} />
}
