/** A name without the small pictures that people put before or behind it; the whole when nothing else is there. */
export function withoutPictures(name: string): string {
  const plain = name
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain || name.trim()
}
