export function PeekPane() {
  return null
}
