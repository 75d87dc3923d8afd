import { lazy, Suspense } from 'react'
import { createDialog, missingDialog, newContainerDialog, templateDialog } from '../../platform/dialogs.ts'
import { useToggle } from '../../platform/toggle.ts'
import { LayerBoundary } from '../shell/layer-boundary.tsx'

const CreateDialog = lazy(async () => ({ default: (await import('./create-dialog.tsx')).CreateDialog }))
const NewContainerDialog = lazy(async () => ({
  default: (await import('./new-container-dialog.tsx')).NewContainerDialog,
}))
const TemplateDialog = lazy(async () => ({ default: (await import('./template-dialog.tsx')).TemplateDialog }))

const MissingDialog = lazy(async () => ({
  default: (await import('../../features/work/components/item/missing-dialog.tsx')).MissingDialog,
}))

/** Shows the dialogs that create something when asked for; their code is fetched then. */
export function CreateHost() {
  const item = useToggle(createDialog)
  const container = useToggle(newContainerDialog)
  const template = useToggle(templateDialog)
  const missing = useToggle(missingDialog)
  return (
    <Suspense fallback={null}>
      {item && (
        <LayerBoundary onFail={createDialog.close}>
          <CreateDialog defaults={item.of} onClose={createDialog.close} />
        </LayerBoundary>
      )}
      {container && (
        <LayerBoundary onFail={newContainerDialog.close}>
          <NewContainerDialog kind={container.of} onClose={newContainerDialog.close} />
        </LayerBoundary>
      )}
      {template && (
        <LayerBoundary onFail={templateDialog.close}>
          <TemplateDialog defaults={template.of} onClose={templateDialog.close} />
        </LayerBoundary>
      )}
      {missing && (
        <LayerBoundary onFail={missingDialog.close}>
          <MissingDialog missing={missing.of} onClose={missingDialog.close} />
        </LayerBoundary>
      )}
    </Suspense>
  )
}
