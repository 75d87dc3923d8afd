/** Longer texts are no issue's; they stay as they are. */
const LENGTH_MAX = 500_000

/**
 * Markdown of a text in Jira's wiki notation, as version 2 of its interface and its tables have it.
 * What Markdown cannot say, such as colours, loses its signs and keeps its text.
 *
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function wikiText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  if (lines.length > LENGTH_MAX) return lines
  let fence: string | null = null
  return lines
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)
      if (mark && (fence === null || fence === mark[2])) {
        const opens = fence === null
        fence = opens ? (mark[2] ?? '') : null
        const [, before = '', , language = '', after = ''] = mark
        return fenceLine({ before, after, language: opens ? language : '', opens })
      }
      return fence === null ? wikiLine(line) : line
    })
    .join('\n')
    .trim()
}

/** `{code}`, `{code:java}`, `{code:title=A|b=c}`, `{noformat}`. */
const FENCE = /^(.*?)\{(code|noformat)(?::(\w+)?[^}]{0,200})?\}(.*)$/

function fenceLine(mark: {
  readonly before: string
  readonly after: string
  readonly language: string
  readonly opens: boolean
}): string {
  const { before, after, language, opens } = mark
  // A block may open and close within one line.
  const closed = opens ? /^(.*)\{(?:code|noformat)\}(.*)$/.exec(after) : null
  if (closed) return `${before}\`${closed[1] ?? ''}\`${closed[2] ?? ''}`
  return [before, `\`\`\`${language}`, after].filter((part) => part !== '').join('\n')
}

function wikiLine(line: string): string {
  const heading = /^\s*h([1-6])\.\s+(.*)$/.exec(line)
  if (heading) return `${'#'.repeat(Number(heading[1]))} ${wikiWords(heading[2] ?? '')}`
  if (/^\s*bq\.\s/.test(line)) return `> ${wikiWords(line.replace(/^\s*bq\.\s+/, ''))}`
  if (/^\s*-{4,}\s*$/.test(line)) return '---'
  const entry = /^\s*([*#-]{1,6})\s+(.*)$/.exec(line)
  if (entry) {
    const [, signs = '', words = ''] = entry
    const sign = signs.endsWith('#') ? '1.' : '-'
    return `${'   '.repeat(signs.length - 1)}${sign} ${wikiWords(words)}`
  }
  return wikiWords(line)
}

function wikiWords(line: string): string {
  return line
    .replace(/\{(?:color|quote|panel)(?::[^}]{0,200})?\}/g, '')
    .replace(/\{\{([^{}]{1,500})\}\}/g, '`$1`')
    .replace(/\[~(?:accountid:)?([^\]\s]{1,200})\]/g, '@$1')
    .replace(/\[([^\]|[]{1,500})\|(https?:\/\/[^\]|\s]{1,2000})(?:\|[^\]]{0,200})?\]/g, '[$1]($2)')
    .replace(/\[(https?:\/\/[^\]|\s]{1,2000})\]/g, '<$1>')
    .replace(/(^|[\s(])\*([^\s*](?:[^*\n]{0,500}[^\s*])?)\*(?=$|[\s).,;:!?])/g, '$1**$2**')
}
