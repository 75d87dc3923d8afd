import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type ParseResult, type Program, parseSync, Visitor, type VisitorObject } from 'oxc-parser'

/** A parsed TypeScript file. Paths are relative to the repository, with forward slashes. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly program: Program
  readonly module: ParseResult['module']
  readonly comments: ParseResult['comments']
  readonly errors: readonly string[]
  readonly isTest: boolean
}

const SKIPPED = /^(?:node_modules|\.git|\.cache|dist|coverage|test-results|playwright-report)$/
/** Databases that were started here, and the fixtures that must fail. */
const SKIPPED_PATH = /^(?:data|data-[^/]*|dev\/house\/break-ins)$/
const IS_TEXT = /\.(?:tsx?|m?js|json|md|sql|css|html|xml|ya?ml|sh|txt|svg)$|\/\.?[^./]+$/

/** Files by path, relative to the repository and with forward slashes. Pictures and the like are empty. */
export type Tree = ReadonlyMap<string, string>

/** Every file below `root`; without build output, dependencies and the break-ins. */
export function readTree(root: string): Tree {
  const paths: string[] = []
  const visit = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = relative(root, join(directory, entry.name)).replaceAll('\\', '/')
      if (SKIPPED.test(entry.name) || SKIPPED_PATH.test(path)) continue
      if (entry.isDirectory()) visit(join(directory, entry.name))
      else if (entry.isFile()) paths.push(path)
    }
  }
  visit(root)
  const text = (path: string) => (IS_TEXT.test(`/${path}`) ? readFileSync(join(root, path), 'utf8') : '')
  return new Map(paths.toSorted().map((path) => [path, text(path)]))
}

/** Parses the TypeScript files of a tree. */
export function readSources(tree: Tree): Source[] {
  return [...tree]
    .filter(([path]) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(([path, text]) => parseSource(path, text))
}

/** Parses one file; `path` tells the language and the place in the house. */
function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text)
  return {
    path,
    text,
    program: parsed.program,
    module: parsed.module,
    comments: parsed.comments,
    errors: parsed.errors.map((error) => error.message),
    isTest: /\.test\.tsx?$|\/testing\//.test(path),
  }
}

/** The line, counted from one, at which a character offset lies. */
export function lineAt(source: Source, offset: number): number {
  let line = 1
  for (let i = source.text.indexOf('\n'); i !== -1 && i < offset; i = source.text.indexOf('\n', i + 1)) line++
  return line
}

/** Walks the syntax tree of a file. */
export function walk(source: Source, visitor: VisitorObject): void {
  new Visitor(visitor).visit(source.program)
}
