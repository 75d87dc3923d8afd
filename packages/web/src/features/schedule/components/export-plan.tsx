import { Download } from 'lucide-react'
import { downloadPath } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { Button, Menu, startDownload } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { textsExport } from '../texts-export.ts'
import styles from './schedule.module.css'

type Props = { readonly containerId: string }

const FORMATS = ['xml', 'ics', 'csv'] as const
const KEYS = { xml: 'v m', ics: 'v i', csv: 'v c' } as const

/** What a plan can become outside of this program. */
export function ExportPlan({ containerId }: Props) {
  const { organisationId } = useStore()
  const exportAs = (format: (typeof FORMATS)[number]) =>
    void startDownload(downloadPath('exchange.exportPlan', { containerId, format }, organisationId))
  useKeys(
    FORMATS.map((format) => ({
      id: `plan.export.${format}`,
      keys: KEYS[format],
      label: textsExport.command[format],
      group: texts.plan,
      run: () => exportAs(format),
    })),
  )
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button size="xs" variant="default" px={8} aria-label={textsExport.menu} title={textsExport.menu}>
          <Download size={14} strokeWidth={1.75} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{textsExport.hint}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => exportAs(format)}>
            {textsExport.asFile[format]}
            <span className={styles.menuHint}>{textsExport.about[format]}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
