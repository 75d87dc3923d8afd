declare const brand: unique symbol

/** A UUID that says which entity it names, so that a person's id cannot be passed where an item's is wanted. */
export type Id<Entity extends string> = string & { readonly [brand]?: Entity }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Whether the text is a lower-case UUID of any version. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/**
 * A time-ordered identifier. Ids are made by whoever creates, the browser included, so that a
 * command can be predicted and repeated without asking the server first.
 *
 * @param unixMs creation time, milliseconds since 1970
 * @param random ten random bytes
 * @see RFC 9562 §5.7 (UUID version 7)
 */
export function uuidV7<Entity extends string>(unixMs: number, random: Uint8Array): Id<Entity> {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(unixMs / 2 ** (8 * (5 - i))) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
