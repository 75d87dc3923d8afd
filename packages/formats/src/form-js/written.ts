import { type JsonRecord, recordOf } from '../json/index.ts'

/** The expression that a property holds instead of a value: what is behind its `=`. */
export function expressionIn(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text.startsWith('=') && text.length > 1 ? text.slice(1).trim() : null
}

/** When a component is seen; it is hidden while its condition to hide is true. */
export function visibleIn(component: JsonRecord): readonly string[] {
  const { hide } = recordOf(component.conditional)
  if (hide === true) return ['false']
  const expression = expressionIn(hide)
  return expression === null ? [] : [`(${expression}) != true`]
}

/** The words of a text in Markdown. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/^\s{0,3}#{1,6}\s+/gm, '')
    .replaceAll(/\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^*_\n]*\S)\1/g, '$2')
    .trim()
}

/** The words of a text in HTML. */
export function wordsOfHtml(html: string): string {
  return html
    .replaceAll(/<(style|script)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<\/(?:p|div|li|h[1-6]|tr)\s*>|<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]*\n\s*/g, '\n')
    .trim()
}
