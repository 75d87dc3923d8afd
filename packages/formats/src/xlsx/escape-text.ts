/** What a cell can hold at most (Excel specifications and limits). */
const TEXT_MAX = 32_767
/** Signs that XML has no place for or changes, and what would be taken for an escape of one. */
const SPECIAL = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4})/g
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * A text as it stands in a cell, cut where a cell is full.
 *
 * @see ECMA-376-1 §22.9.2.19, ST_Xstring
 */
export function escapeText(text: string): string {
  return cut(text)
    .replace(SPECIAL, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>]/g, (sign) => MARKUP[sign] ?? sign)
}

/** Not in the middle of a sign that takes two units. */
function cut(text: string): string {
  if (text.length <= TEXT_MAX) return text
  return text.slice(0, TEXT_MAX).replace(/[\ud800-\udbff]$/, '')
}
