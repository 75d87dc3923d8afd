/** A web address that may stand behind a link; null when it is another kind of address or none. */
export function webAddress(text: string): string | null {
  const trimmed = text.trim()
  // Blanks and brackets would end a link of Markdown early.
  return /^https?:\/\/[^\s<>"]{1,2000}$/i.test(trimmed)
    ? trimmed.replace(/\(/g, '%28').replace(/\)/g, '%29')
    : null
}
