import type { TrackerItem } from '@millrace/formats/tracker'
import type { RunRow } from '../import-run.ts'
import { trackerName } from './load-tracker.ts'
import { type TrackerTools, tellItem } from './tracker-source.ts'

const TEXT_MAX = 100_000
const VALUE_MAX = 1_000
const LINES_MAX = 200

/**
 * The description of an item, and below it what has no place of its own here: who else works on it,
 * values of fields that do not exist, attachments, and where it comes from.
 */
export function itemText(item: TrackerItem, left: TrackerItem['fields'], tools: TrackerTools): string {
  const others = item.personRefs.slice(1).flatMap((ref) => tools.persons.get(ref)?.name ?? [])
  const lines = [
    ...(others.length > 0 ? [`- Also on it: ${others.map(plain).join(', ')}`] : []),
    ...left.map(({ name, value }) => `- ${plain(name)}: ${plain(value)}`),
    ...item.attachments.flatMap((file) =>
      'url' in file ? [`- Attachment: [${plain(file.name)}](${file.url})`] : [],
    ),
    ...originLine(item, tools.run),
  ].slice(0, LINES_MAX)
  const footer = lines.length === 0 ? '' : `---\n\n${lines.join('\n')}`
  const room = TEXT_MAX - footer.length - 2
  const { description } = item
  if (description.length > room)
    tellItem(tools, item, { code: 'import.description_cut', params: { max: room } })
  return [description.slice(0, Math.max(0, room)), footer].filter(Boolean).join('\n\n').slice(0, TEXT_MAX)
}

function originLine({ key, url }: TrackerItem, run: RunRow): readonly string[] {
  const from = trackerName(run)
  const name = plain(key ?? '') || from
  if (url !== null) return [`- From ${from}: [${name}](${url})`]
  return key === null ? [] : [`- From ${from}: ${name}`]
}

/** A text in one line that no sign of Markdown can break out of. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, VALUE_MAX)
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
}
