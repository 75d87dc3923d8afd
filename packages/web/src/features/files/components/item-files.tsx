import { useDirectory, useItem } from '../../../platform/store/index.ts'
import { useFiles } from '../hooks/use-files.ts'
import { FileList } from './file-list.tsx'

type Props = { readonly itemId: string }

/** The files attached to an item. */
export function ItemFiles({ itemId }: Props) {
  const files = useFiles({ itemId })
  const item = useItem(itemId)
  const { containers } = useDirectory()
  const roles = item?.containerIds.map((id) => containers.get(id)?.myRole) ?? []
  const canWrite =
    item?.archivedAt === null && roles.some((role) => role === 'contributor' || role === 'manager')
  return <FileList files={files} canWrite={canWrite} showsItem={false} />
}
