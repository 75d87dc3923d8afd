import { Copy, FileBraces, FileSpreadsheet, FileText } from 'lucide-react'
import { Kbd, Menu } from '../../../../ui/index.ts'
import { textsExport } from '../../texts-export.ts'
import { textsKeys } from '../../texts-keys.ts'
import { EXPORT_KEYS, type ExportMenuProps } from './export-keys.ts'

const FORMATS = [
  { format: 'xlsx', Sign: FileSpreadsheet },
  { format: 'csv', Sign: FileText },
  { format: 'json', Sign: FileBraces },
] as const

/** The lines of the menu: files, or a table on the clipboard. */
export function ExportItems({ markedCount, onExport, onCopy }: ExportMenuProps) {
  return (
    <>
      <Menu.Label>{textsExport.hint}</Menu.Label>
      {FORMATS.map(({ format, Sign }) => (
        <Menu.Item
          key={format}
          leftSection={<Sign size={14} aria-hidden />}
          rightSection={<Kbd keys={EXPORT_KEYS[format]} />}
          onClick={() => onExport(format)}
        >
          {textsExport.asFile[format]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<Copy size={14} aria-hidden />}
        rightSection={<Kbd keys={EXPORT_KEYS.copy} />}
        onClick={onCopy}
      >
        {markedCount > 0 ? textsExport.copyMarked(markedCount) : textsKeys.copyTable}
      </Menu.Item>
    </>
  )
}
