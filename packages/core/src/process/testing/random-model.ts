import fc from 'fast-check'
import type { BpmnContent, BpmnFlow, BpmnModel, BpmnNode } from '../index.ts'
import { content, flows, modelOf, node } from './model-builder.ts'

/** A model by its structure: every split has its join, every loop its way out. */
export type Block =
  | { readonly kind: 'work' }
  | { readonly kind: 'script' }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly parts: readonly Block[] }
  | { readonly kind: 'sub' | 'loop'; readonly part: Block }

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Block>({ kind: 'work' }, { kind: 'script' }),
    fc.record({
      kind: fc.constantFrom('sequence', 'exclusive', 'parallel', 'inclusive'),
      parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constantFrom('sub', 'loop'), part: tie('block') }),
  ),
}))

/** Any such structure. */
export const anyBlock: fc.Arbitrary<Block> = block

type Piece = { readonly first: string; readonly last: string }

/** Writes a block as elements and flows. `choice` decides at gateways, `rounds` ends loops. */
class Writer {
  readonly nodes: BpmnNode[] = []
  readonly flows: BpmnFlow[] = []
  readonly #prefix: string

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  write(block: Block): Piece {
    switch (block.kind) {
      case 'work':
        return this.#alone(node('userTask', this.#id('work')))
      case 'script':
        return this.#alone(node('scriptTask', this.#id('script')))
      case 'sub': {
        const id = this.#id('sub')
        return this.#alone(node('subProcess', id, { content: contentOf(block.part, `${id}.`) }))
      }
      case 'loop':
        return this.#loop(block.part)
      case 'sequence':
        return this.#sequence(block.parts)
      default:
        return this.#split(block.kind, block.parts)
    }
  }

  #id(kind: string): string {
    return `${this.#prefix}${kind}${this.nodes.length}`
  }

  #alone(one: BpmnNode): Piece {
    this.nodes.push(one)
    return { first: one.id, last: one.id }
  }

  link(from: string, to: string, condition = ''): void {
    this.flows.push(...flows(`${from} -> ${to}${condition && ` ? ${condition}`}`))
  }

  #sequence(parts: readonly Block[]): Piece {
    const pieces = parts.map((part) => this.write(part))
    for (const [place, piece] of pieces.slice(1).entries()) this.link(pieces[place]?.last ?? '', piece.first)
    return { first: pieces[0]?.first ?? '', last: pieces.at(-1)?.last ?? '' }
  }

  #split(kind: 'exclusive' | 'parallel' | 'inclusive', parts: readonly Block[]): Piece {
    const type = `${kind}Gateway` as const
    const split = this.#alone(node(type, this.#id(`${kind}-split`))).first
    const join = this.#alone(node(type, this.#id(`${kind}-join`))).first
    for (const [place, part] of parts.entries()) {
      const piece = this.write(part)
      // Of an inclusive one several ways hold, of an exclusive one the first that does.
      this.link(split, piece.first, place === parts.length - 1 ? '' : `choice < ${place + 1}`)
      this.link(piece.last, join)
    }
    return { first: split, last: join }
  }

  /** Done once, and once more as long as the rounds are few. */
  #loop(part: Block): Piece {
    const join = this.#alone(node('exclusiveGateway', this.#id('again'))).first
    const counter = this.#id('count')
    const script = { text: `add ${counter} 1`, language: null }
    this.#alone(node('scriptTask', counter, { work: { ...node('task', '').work, script } }))
    const split = this.#alone(node('exclusiveGateway', this.#id('enough'))).first
    const end = this.#alone(node('scriptTask', this.#id('out'))).first
    const piece = this.write(part)
    this.link(join, piece.first)
    this.link(piece.last, counter)
    this.link(counter, split)
    this.link(split, join, `${counter} < 2`)
    this.link(split, end)
    return { first: join, last: end }
  }
}

function contentOf(block: Block, prefix: string): BpmnContent {
  const writer = new Writer(prefix)
  const { first, last } = writer.write(block)
  writer.nodes.push(node('startEvent', `${prefix}start`), node('endEvent', `${prefix}end`))
  writer.link(`${prefix}start`, first)
  writer.link(last, `${prefix}end`)
  return content(writer.nodes, writer.flows)
}

/** The model of a structure. */
export function modelOfBlock(block: Block): BpmnModel {
  return modelOf(contentOf(block, ''))
}
