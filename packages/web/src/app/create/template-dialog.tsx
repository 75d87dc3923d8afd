import { BeginTemplateDialog } from '../../features/work/components/template/begin-template-dialog.tsx'
import type { TemplateDefaults } from '../../platform/dialogs.ts'
import { useDirectory } from '../../platform/store/index.ts'
import { suggestKey } from './suggest-key.ts'

type Props = { readonly defaults: TemplateDefaults; readonly onClose: () => void }

/** Begins work from a template, with a key that is free. */
export function TemplateDialog(props: Props) {
  const { containers } = useDirectory()
  const taken = new Set([...containers.values()].map(({ key }) => key))
  return <BeginTemplateDialog {...props} suggestKey={(name) => suggestKey(name, taken)} />
}
