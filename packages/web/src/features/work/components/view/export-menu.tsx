import { Download } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useKeys } from '../../../../platform/use-keys.ts'
import { Menu } from '../../../../ui/index.ts'
import { textsKeys } from '../../texts-keys.ts'
import { EXPORT_KEYS, type ExportMenuProps } from './export-keys.ts'
import styles from './view.module.css'

const ExportItems = lazy(async () => ({ default: (await import('./export-items.tsx')).ExportItems }))

const FORMATS = ['csv', 'xlsx', 'json'] as const

/** What a view can become outside of this program: files, or a table on the clipboard. */
export function ExportMenu(props: ExportMenuProps) {
  const group = textsKeys.view
  useKeys([
    ...FORMATS.map((format) => ({
      id: `work.export.${format}`,
      keys: EXPORT_KEYS[format],
      label: textsKeys.exportAs[format],
      group,
      run: () => props.onExport(format),
    })),
    {
      id: 'work.copyTable',
      keys: EXPORT_KEYS.copy,
      label: textsKeys.copyTable,
      group,
      run: props.onCopy,
    },
  ])
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.tool} title={textsKeys.exportMenu}>
          <Download size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.toolText}>{textsKeys.exportMenu}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Suspense>
          <ExportItems {...props} />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  )
}
