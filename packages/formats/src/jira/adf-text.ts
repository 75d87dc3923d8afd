import { type JsonRecord, recordOf, recordsOf, textOf } from '../tracker/index.ts'

/** Deeper documents are not written by people. */
const DEPTH_MAX = 40

/**
 * Markdown of a document in Atlassian Document Format. What it cannot say, such as colours and
 * pictures, is left out; its text never is.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adfText(value: unknown): string {
  return blocks(recordsOf(recordOf(value)['content']), 0)
}

function blocks(nodes: readonly JsonRecord[], depth: number): string {
  if (depth > DEPTH_MAX) return ''
  return nodes
    .map((node) => block(node, depth))
    .filter((text) => text !== '')
    .join('\n\n')
}

function block(node: JsonRecord, depth: number): string {
  const content = recordsOf(node['content'])
  switch (node['type']) {
    case 'heading':
      return `${'#'.repeat(levelOf(node))} ${inline(content)}`
    case 'codeBlock':
      return codeBlock(node, content)
    case 'blockquote':
    case 'panel':
      return prefixed(blocks(content, depth + 1), '> ')
    case 'bulletList':
      return listed(content, () => '- ', depth)
    case 'orderedList':
      return listed(content, (index) => `${index + 1}. `, depth)
    case 'taskList':
      return listed(content, (index) => taskMark(content[index]), depth)
    case 'rule':
      return '---'
    case 'table':
      return table(content, depth)
    case 'blockCard':
    case 'embedCard':
      return card(node)
    default:
      return isInline(content) ? inline(content) : blocks(content, depth + 1)
  }
}

function levelOf(node: JsonRecord): number {
  const level = Number(recordOf(node['attrs'])['level'])
  return level >= 1 && level <= 6 ? Math.trunc(level) : 3
}

function codeBlock(node: JsonRecord, content: readonly JsonRecord[]): string {
  const language = textOf(recordOf(node['attrs'])['language']).replace(/[^\w+-]/g, '')
  const code = content.map(({ text }) => (typeof text === 'string' ? text : '')).join('')
  return `\`\`\`${language}\n${code}\n\`\`\``
}

function listed(items: readonly JsonRecord[], mark: (index: number) => string, depth: number): string {
  return items
    .map((item, index) => {
      const content = recordsOf(item['content'])
      const text = isInline(content) ? inline(content) : blocks(content, depth + 1)
      const sign = mark(index)
      // Lines after the first belong to the entry if they stand below its text.
      return sign + text.replace(/\n+/g, `\n${' '.repeat(sign.length)}`)
    })
    .join('\n')
}

function taskMark(item: JsonRecord | undefined): string {
  return recordOf(item?.['attrs'])['state'] === 'DONE' ? '- [x] ' : '- [ ] '
}

function table(rows: readonly JsonRecord[], depth: number): string {
  const cells = rows.map((row) =>
    recordsOf(row['content']).map((cell) =>
      blocks(recordsOf(cell['content']), depth + 1)
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    ),
  )
  const [head = [], ...rest] = cells
  if (head.length === 0) return ''
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')
}

/** A node without a known kind is text if it holds text. */
function isInline(content: readonly JsonRecord[]): boolean {
  return content.some(({ type }) => INLINE.has(textOf(type)))
}

const INLINE = new Set(['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status'])

function inline(nodes: readonly JsonRecord[]): string {
  return nodes.map(inlineNode).join('')
}

function inlineNode(node: JsonRecord): string {
  const attrs = recordOf(node['attrs'])
  switch (node['type']) {
    case 'text':
      return marked(typeof node['text'] === 'string' ? node['text'] : '', recordsOf(node['marks']))
    case 'hardBreak':
      return '\n'
    case 'mention':
    case 'status':
      return textOf(attrs['text'])
    case 'emoji':
      return textOf(attrs['text']) || textOf(attrs['shortName'])
    case 'inlineCard':
      return card(node)
    case 'date':
      return dayOf(Number(attrs['timestamp']))
    default:
      return ''
  }
}

function card(node: JsonRecord): string {
  const url = textOf(recordOf(node['attrs'])['url'])
  return url === '' ? '' : `<${url}>`
}

/** Eight quadrillion milliseconds is as far as dates go. */
function dayOf(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString().slice(0, 10) : ''
}

const SIGNS: Readonly<Record<string, string>> = { strong: '**', em: '*', strike: '~~', code: '`' }

function marked(text: string, marks: readonly JsonRecord[]): string {
  if (text.trim() === '') return text
  // Signs hold words together only when no blank is between them and the words.
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  const wrapped = marks.reduce((inner, mark) => {
    const sign = SIGNS[textOf(mark['type'])]
    if (sign !== undefined) return sign + inner + sign
    const href = mark['type'] === 'link' ? textOf(recordOf(mark['attrs'])['href']) : ''
    return href === '' ? inner : `[${inner}](${href.replace(/\s/g, '%20').replace(/\)/g, '%29')})`
  }, words)
  return before + wrapped + after
}

function prefixed(text: string, prefix: string): string {
  return text.replace(/^/gm, prefix)
}
