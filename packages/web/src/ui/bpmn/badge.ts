/** What stands at an element of a picture: a shape with words, never a colour alone. */
export type Badge = {
  readonly elementId: string
  readonly kind: 'count' | 'age' | 'waiting' | 'incident' | 'error' | 'warning' | 'hint' | 'token'
  /** Short: a number or an age. */
  readonly text: string
  /** In full, for whoever hovers or listens. */
  readonly title: string
}

/** How an element is marked: each has its own line as well as its own colour. */
export type Mark =
  | 'added'
  | 'removed'
  | 'changed'
  | 'moved'
  | 'error'
  | 'warning'
  | 'active'
  | 'focused'
  | 'usual'
  | 'often'
  | 'always'

/** Signs beside the words: seen without colours, too. */
const SIGNS: Readonly<Record<Badge['kind'], string>> = {
  ...{ count: '●', age: '◷', waiting: '‖', incident: '▲' },
  ...{ error: '✕', warning: '▲', hint: 'i', token: '●' },
}

/** A row of badges for one element. */
export function badgeRow(
  badges: readonly Badge[],
  onPress: ((elementId: string) => void) | null,
): HTMLElement {
  const row = document.createElement('div')
  row.className = 'bpmn-badges'
  for (const { kind, text, title, elementId } of badges) {
    const badge = document.createElement('span')
    badge.className = 'bpmn-badge'
    badge.dataset.kind = kind
    badge.title = title
    const sign = document.createElement('span')
    sign.ariaHidden = 'true'
    sign.textContent = SIGNS[kind]
    badge.append(sign, text)
    if (onPress) badge.addEventListener('click', () => onPress(elementId))
    row.append(badge)
  }
  return row
}
