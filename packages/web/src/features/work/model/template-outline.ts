import type { TemplateLineView } from '@millrace/contract'

type Lines = readonly TemplateLineView[]

/** How deep each line lies, by id. */
export function depthsOf(lines: Lines): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const { id, parentId } of lines)
    depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1)
  return depths
}

/** Lines as an outline shows them: each right behind what it lies under, with what lies under it behind. */
export function inOutline(lines: Lines): Lines {
  const under = Map.groupBy(lines, ({ parentId }) => parentId)
  const walk = (parentId: string | null): Lines =>
    (under.get(parentId) ?? []).flatMap((line) => [line, ...walk(line.id)])
  return walk(null)
}

/** Puts a line under the last one above it on its own level. */
export function deeper(lines: Lines, id: string): Lines {
  const line = lines.find((each) => each.id === id)
  const above = lines
    .slice(
      0,
      lines.findIndex((each) => each.id === id),
    )
    .findLast((each) => each.parentId === line?.parentId)
  return above ? inOutline(replaced(lines, id, { parentId: above.id })) : lines
}

/** Brings a line to the level of what it lies under, right behind it. */
export function higher(lines: Lines, id: string): Lines {
  const line = lines.find((each) => each.id === id)
  const parent = lines.find((each) => each.id === line?.parentId)
  if (!line || !parent) return lines
  const rest = lines.filter((each) => each.id !== id)
  const at = rest.findIndex((each) => each.id === parent.id)
  const moved = { ...line, parentId: parent.parentId }
  return inOutline([...rest.slice(0, at + 1), moved, ...rest.slice(at + 1)])
}

/** The lines with one of them changed. */
export function replaced(lines: Lines, id: string, patch: Partial<TemplateLineView>): Lines {
  return lines.map((line) => (line.id === id ? { ...line, ...patch } : line))
}

/** Takes a line away, with what lies under it. */
export function without(lines: Lines, id: string): Lines {
  const gone = new Set([id])
  for (const line of lines) if (line.parentId !== null && gone.has(line.parentId)) gone.add(line.id)
  return lines.filter((line) => !gone.has(line.id))
}
