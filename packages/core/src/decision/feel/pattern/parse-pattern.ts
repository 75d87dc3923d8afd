import { between, not, oneCharacter, readEscape } from './character-class.ts'
import { type CharacterTest, PatternFault, type PatternFlags, type PatternTree } from './pattern-tree.ts'

/** Groups within groups; deeper ones are refused. */
const MAX_DEPTH = 60
/** Repetitions that are counted out one by one. */
const MAX_COUNT = 1_000

/** A pattern and how many groups it remembers. */
export type ParsedPattern = {
  readonly tree: PatternTree
  readonly groups: number
  readonly hasBacks: boolean
}

/**
 * Reads a regular expression of XPath: that of XML Schema with anchors, groups that remember, lazy
 * repetitions and references back.
 *
 * @throws PatternFault when it is none
 * @see XPath and XQuery Functions and Operators 3.1 §5.6.1
 */
export function parsePattern(pattern: string, flags: PatternFlags): ParsedPattern {
  if (flags.isLiteral) return { tree: literal(pattern, flags), groups: 0, hasBacks: false }
  return new PatternReader(pattern, flags).read()
}

function literal(text: string, { ignoresCase }: PatternFlags): PatternTree {
  const parts = [...text].map((character) => ofTest(oneCharacter(character, ignoresCase)))
  return { kind: 'sequence', parts }
}

function ofTest(test: CharacterTest): PatternTree {
  return { kind: 'character', test }
}

class PatternReader {
  readonly #pattern: string
  readonly #flags: PatternFlags
  #at = 0
  #groups = 0
  #depth = 0
  #hasBacks = false
  /** Groups that are closed; only these may be referred back to. */
  readonly #closed = new Set<number>()

  constructor(pattern: string, flags: PatternFlags) {
    this.#pattern = flags.ignoresSpace ? withoutSpace(pattern) : pattern
    this.#flags = flags
  }

  read(): ParsedPattern {
    const tree = this.#choice()
    if (this.#at < this.#pattern.length) throw new PatternFault()
    return { tree, groups: this.#groups, hasBacks: this.#hasBacks }
  }

  #accept(sign: string): boolean {
    if (!this.#pattern.startsWith(sign, this.#at)) return false
    this.#at += sign.length
    return true
  }

  #choice(): PatternTree {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw new PatternFault()
    const parts = [this.#sequence()]
    while (this.#accept('|')) parts.push(this.#sequence())
    this.#depth -= 1
    return parts.length === 1 ? (parts[0] ?? { kind: 'empty' }) : { kind: 'choice', parts }
  }

  #sequence(): PatternTree {
    const parts: PatternTree[] = []
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern[this.#at] ?? '')) {
      parts.push(this.#repeated(this.#atom()))
    }
    return { kind: 'sequence', parts }
  }

  #repeated(part: PatternTree): PatternTree {
    const counts = this.#counts()
    if (counts === null) return part
    if (part.kind === 'start' || part.kind === 'end') throw new PatternFault()
    const isLazy = this.#accept('?')
    if ('?*+{'.includes(this.#pattern[this.#at] ?? 'x')) throw new PatternFault()
    return { kind: 'repeat', part, ...counts, isLazy }
  }

  #counts(): { readonly min: number; readonly max: number } | null {
    if (this.#accept('?')) return { min: 0, max: 1 }
    if (this.#accept('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
    if (this.#accept('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
    if (!this.#accept('{')) return null
    const count = /^(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#pattern.slice(this.#at, this.#at + 12))
    if (count === null) throw new PatternFault()
    this.#at += count[0].length
    return rangeOf(count)
  }

  #atom(): PatternTree {
    if (this.#accept('(?:')) return this.#closing(this.#choice())
    if (this.#accept('(')) return this.#group()
    if (this.#accept('[')) return ofTest(this.#class())
    if (this.#accept('\\')) return this.#escape()
    if (this.#accept('.')) return ofTest(this.#anything())
    if (this.#accept('^')) return { kind: 'start' }
    if (this.#accept('$')) return { kind: 'end' }
    const character = this.#character()
    if ('?*+{}]'.includes(character)) throw new PatternFault()
    return ofTest(oneCharacter(character, this.#flags.ignoresCase))
  }

  #character(): string {
    const point = this.#pattern.codePointAt(this.#at)
    if (point === undefined) throw new PatternFault()
    const character = String.fromCodePoint(point)
    this.#at += character.length
    return character
  }

  #closing(tree: PatternTree): PatternTree {
    if (!this.#accept(')')) throw new PatternFault()
    return tree
  }

  #group(): PatternTree {
    this.#groups += 1
    const index = this.#groups
    const part = this.#closing(this.#choice())
    this.#closed.add(index)
    return { kind: 'group', index, part }
  }

  #anything(): CharacterTest {
    return this.#flags.isDotAll ? () => true : (point) => point !== 0x0a && point !== 0x0d
  }

  #escape(): PatternTree {
    const back = /^[1-9]\d?/.exec(this.#pattern.slice(this.#at, this.#at + 2))?.[0]
    if (back !== undefined) return this.#reference(back)
    const { escape, length } = readEscape(this.#pattern, this.#at)
    this.#at += length
    if (escape.kind === 'class') return ofTest(escape.test)
    return ofTest(oneCharacter(escape.character, this.#flags.ignoresCase))
  }

  /** `\12` is the twelfth group when there are so many before it, or else the first and a 2. */
  #reference(digits: string): PatternTree {
    const index = digits.length === 2 && Number(digits) > this.#groups ? Number(digits[0]) : Number(digits)
    if (!this.#closed.has(index)) throw new PatternFault()
    this.#at += String(index).length
    this.#hasBacks = true
    return { kind: 'back', index }
  }

  /** Behind the opening bracket of `[a-z-[aeiou]]`. */
  #class(): CharacterTest {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw new PatternFault()
    const isNegated = this.#accept('^')
    const tests: CharacterTest[] = []
    let excluded: CharacterTest | null = null
    while (!this.#accept(']')) {
      if (tests.length > 0 && this.#accept('-[')) excluded = this.#lastClass()
      else tests.push(this.#member())
    }
    if (tests.length === 0) throw new PatternFault()
    this.#depth -= 1
    const any: CharacterTest = (point) => tests.some((test) => test(point))
    return without(isNegated ? not(any) : any, excluded)
  }

  #lastClass(): CharacterTest {
    const test = this.#class()
    if (this.#pattern[this.#at] !== ']') throw new PatternFault()
    return test
  }

  #member(): CharacterTest {
    const first = this.#single()
    if (typeof first !== 'string') return first
    const isRange = this.#pattern[this.#at] === '-' && !']['.includes(this.#pattern[this.#at + 1] ?? ']')
    if (!isRange) return oneCharacter(first, this.#flags.ignoresCase)
    this.#at += 1
    const last = this.#single()
    if (typeof last !== 'string') throw new PatternFault()
    return between(first, last, this.#flags.ignoresCase)
  }

  #single(): string | CharacterTest {
    if (!this.#accept('\\')) {
      const character = this.#character()
      if (character === '[') throw new PatternFault()
      return character
    }
    const { escape, length } = readEscape(this.#pattern, this.#at)
    this.#at += length
    return escape.kind === 'class' ? escape.test : escape.character
  }
}

/** `{2}`, `{2,}` or `{2,5}`. */
function rangeOf([, low, comma, high]: RegExpExecArray): { readonly min: number; readonly max: number } {
  const min = Number(low)
  const most = high === undefined || high === '' ? Number.POSITIVE_INFINITY : Number(high)
  const max = comma === undefined ? min : most
  const isCounted = max === Number.POSITIVE_INFINITY ? min <= MAX_COUNT : max <= MAX_COUNT
  if (max < min || !isCounted) throw new PatternFault()
  return { min, max }
}

function without(test: CharacterTest, excluded: CharacterTest | null): CharacterTest {
  return excluded === null ? test : (point) => test(point) && !excluded(point)
}

/** Space outside of classes says nothing with the flag `x`. */
function withoutSpace(pattern: string): string {
  let depth = 0
  let isEscaped = false
  return [...pattern]
    .filter((character) => {
      const isKept = depth > 0 || isEscaped || !/[\t\n\r ]/.test(character)
      if (!isEscaped && character === '[') depth += 1
      if (!isEscaped && character === ']') depth -= 1
      isEscaped = !isEscaped && character === '\\'
      return isKept
    })
    .join('')
}
