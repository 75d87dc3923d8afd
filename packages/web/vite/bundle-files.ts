import type { Rollup } from 'vite'

/** Files with everything they import at once, and their styles. */
export function withImports(bundle: Rollup.OutputBundle, files: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (name: string) => {
    const part = bundle[name]
    if (names.has(name) || part?.type !== 'chunk') return
    names.add(name)
    for (const style of part.viteMetadata?.importedCss ?? []) names.add(style)
    for (const imported of part.imports) visit(imported)
  }
  for (const file of files) visit(file)
  return names
}

/** The file that a module ended up in, by the end of the module's path. */
export function fileOf(bundle: Rollup.OutputBundle, ending: string): string | undefined {
  return Object.values(bundle).find(
    (part) => part.type === 'chunk' && part.moduleIds.some((id) => id.endsWith(ending)),
  )?.fileName
}

/** The file that is fetched for a module that is imported when it is needed: its own, or one that only points to it. */
export function entryOf(bundle: Rollup.OutputBundle, ending: string): string | undefined {
  return Object.values(bundle).find(
    (part) => part.type === 'chunk' && part.isDynamicEntry && part.facadeModuleId?.endsWith(ending),
  )?.fileName
}
