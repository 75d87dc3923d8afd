import { useSeen } from '../shell/use-recent-places.ts'

type Props = { readonly item: { readonly id: string; readonly key: string; readonly title: string } }

/** Shows nothing: remembers that an item is looked at. */
export function SeenItem({ item: { id, key, title } }: Props) {
  useSeen({ kind: 'item', id, key, title })
  return null
}
