import { useEntity } from '../../../platform/store/index.ts'
import { useFiles } from '../hooks/use-files.ts'
import { FileList } from './file-list.tsx'

type Props = { readonly containerId: string }

/** The files of a container and of the items in it. New ones are attached to the container itself. */
export function ContainerFiles({ containerId }: Props) {
  const files = useFiles({ containerId })
  const container = useEntity('container', containerId)
  const canWrite =
    container?.archivedAt === null && (container.myRole === 'contributor' || container.myRole === 'manager')
  return <FileList files={files} canWrite={canWrite} showsItem />
}
