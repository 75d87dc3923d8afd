export {
  ActionIcon,
  Alert,
  Autocomplete,
  Button,
  Checkbox,
  CloseButton,
  Combobox,
  Drawer,
  FileButton,
  Group,
  Loader,
  Modal,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Popover,
  Progress,
  Radio,
  ScrollArea,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Tabs,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
  useCombobox,
} from '@mantine/core'
export { useDebouncedValue, useDisclosure, useElementSize, useHotkeys, useMediaQuery } from '@mantine/hooks'
export { DateRange } from './date-range.tsx'
export { DayField } from './day-field.tsx'
export { dayWords } from './day-words.ts'
export { applyDensity, DENSITIES, useDensity, useRowHeight } from './density.ts'
export { startDownload } from './download/start-download.ts'
export { EmptyState } from './empty-state.tsx'
export { ErrorState } from './error-state.tsx'
export { formatCount, formatEffort, formatMoney } from './format-amount.ts'
export { formatShort, formatUnit } from './format-span.ts'
export {
  formatDay,
  formatDayInWords,
  formatDayRange,
  formatFullDay,
  formatInstant,
  formatInstantOfWeek,
  formatMonth,
  formatSince,
  formatWeekday,
} from './format-time.ts'
export { Kbd } from './kbd.tsx'
export { type ContainerKind, KindGlyph } from './kind-glyph.tsx'
export { LazyDayPicker as DayPicker } from './lazy-day-picker.tsx'
export { Link } from './link.tsx'
export { Markdown } from './markdown.tsx'
export { Menu } from './menu.tsx'
export { notifications } from './notices.tsx'
export { PageHeader } from './page-header.tsx'
export { parseDay, startOfWeek } from './parse-day.ts'
export { PersonAvatar, personColour } from './person-avatar.tsx'
export { PlainTable } from './plain-table.tsx'
export { PRIORITY_NAMES, PriorityMark } from './priority-mark.tsx'
export { readEffort, readSpan } from './read-effort.ts'
export { RelativeTime } from './relative-time.tsx'
export { Section } from './section.tsx'
export { Skeleton } from './skeleton.tsx'
export { StateShape } from './state-shape.tsx'
export { AxisLinks } from './time-axis/axis-links.tsx'
export { scrollAxisTo, seenOf } from './time-axis/axis-scroll.ts'
export {
  DAY_MS,
  dayAt,
  dayAtX,
  type Scale,
  scaleFor,
  type Tick,
  xOf,
  xOfDay,
  ZOOMS,
  type Zoom,
} from './time-axis/scale.ts'
export { AxisLines, AxisWords, type Seen, useTicks } from './time-axis/time-axis.tsx'
export { useBarDrag, useEscape } from './time-axis/use-bar-drag.ts'
export { TimeZoneProvider, useTimeZone, useToday } from './time-zone.ts'
export { UiProvider } from './ui-provider.tsx'
export { type ColorScheme, useColorScheme } from './use-color-scheme.ts'
export { useFocusFirst } from './use-focus-first.ts'
export { useNow } from './use-now.ts'
export { usePastedFiles } from './use-pasted-files.ts'
export { useOverscan } from './use-printing.ts'
