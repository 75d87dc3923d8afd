/** One server-sent event. A comment, which only keeps the line alive, has the name `comment`. */
export type ServerEvent = { readonly name: string; readonly data: string }

/**
 * Cuts a stream of text into server-sent events, wherever the network cut it.
 *
 * @see WHATWG HTML Living Standard, 9.2.6 Interpreting an event stream
 */
export class EventParser {
  #rest = ''
  #name = 'message'
  #data: string[] = []

  push(text: string): readonly ServerEvent[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    return lines.flatMap((line) => this.#line(line))
  }

  #line(line: string): readonly ServerEvent[] {
    if (line.startsWith(':')) return [{ name: 'comment', data: line.slice(1).trim() }]
    if (line === '') return this.#end()
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') this.#name = value
    if (field === 'data') this.#data.push(value)
    return []
  }

  #end(): readonly ServerEvent[] {
    const events = this.#data.length === 0 ? [] : [{ name: this.#name, data: this.#data.join('\n') }]
    this.#name = 'message'
    this.#data = []
    return events
  }
}
