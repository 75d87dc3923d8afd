/** Something of this organisation that a link leads to. */
export type OwnLink = {
  readonly kind: 'item' | 'container' | 'view'
  /** Key of the item or container; id of the kept view. */
  readonly name: string
  /** Whether it leads to a comment on the item. */
  readonly isComment: boolean
}

const PATH = /^\/o\/([^/]+)\/(i|c|items)(?:\/([A-Za-z0-9-]+))?(?:\/\w+)?\/?$/

/** What an address of the same site and organisation leads to; null for all others. */
export function ownLink(
  href: string,
  at: { readonly origin: string; readonly slug: string },
): OwnLink | null {
  const url = parse(href, at.origin)
  const parts = url?.origin === at.origin ? PATH.exec(url.pathname) : null
  if (!url || parts?.[1] !== at.slug) return null
  return linkIn(url, { where: parts[2] ?? '', key: parts[3] ?? '' })
}

/** The item beside a page goes before the page; a kept view before the place that shows it. */
function linkIn(
  { searchParams, hash }: URL,
  { where, key }: { readonly where: string; readonly key: string },
): OwnLink | null {
  const item = where === 'i' ? key : (searchParams.get('peek') ?? '')
  if (item !== '') return { kind: 'item', name: item, isComment: hash.startsWith('#comment-') }
  const kept = searchParams.get('kept')
  if (kept !== null) return { kind: 'view', name: kept, isComment: false }
  return where === 'c' && key !== '' ? { kind: 'container', name: key, isComment: false } : null
}

function parse(href: string, base: string): URL | null {
  try {
    return new URL(href, base)
  } catch {
    return null
  }
}

const KEYS = /(?<![\w/-])([A-Z][A-Z0-9]{1,9})-\d{1,7}(?![\w-])/g

/** Where keys of items stand in a text, of containers that there are. */
export function keysIn(
  text: string,
  isContainer: (key: string) => boolean,
): readonly { readonly key: string; readonly from: number; readonly to: number }[] {
  return Array.from(text.matchAll(KEYS), ({ 0: key, 1: container = '', index }) => ({
    key,
    container,
    from: index,
    to: index + key.length,
  })).filter(({ container }) => isContainer(container))
}
