const STEP = 1024
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A size in few letters: 830 B, 12 KB, 4.5 MB. */
export function formatFileSize(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP
    unit += 1
  }
  const digits = unit > 1 && value < 10 ? 1 : 0
  return `${value.toFixed(digits)} ${UNITS[unit] ?? 'B'}`
}

/** Files of a drop or a paste. A pasted picture has no name of its own and gets one with the time. */
export function filesOf(transfer: DataTransfer | null, pastedName: string): readonly File[] {
  return [...(transfer?.files ?? [])].map((file) =>
    file.name === 'image.png' || file.name === ''
      ? new File([file], `${pastedName} ${new Date().toISOString().slice(0, 16).replace('T', ' ')}.png`, {
          type: file.type,
        })
      : file,
  )
}
