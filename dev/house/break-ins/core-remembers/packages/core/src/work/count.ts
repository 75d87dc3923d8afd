let counted = 0

export function count(): number {
  counted += 1
  return counted
}
