import { type CharacterTest, PatternFault, type PatternTree } from './pattern-tree.ts'

/** One step of matching. Targets are places in the program. */
export type Step =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'split'; readonly first: number; readonly second: number }
  | { readonly kind: 'jump'; readonly to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'back'; readonly index: number }
  | { readonly kind: 'start' | 'end' | 'match' }

/** Counted repetitions are written out, so that a short pattern can be a long program. */
const MAX_STEPS = 10_000

/**
 * The steps of a pattern, the preferred way first.
 *
 * @throws PatternFault when there are too many
 */
export function programOf(tree: PatternTree): readonly Step[] {
  const steps: Step[] = []
  emit(tree, steps)
  steps.push({ kind: 'match' })
  return steps
}

function emit(tree: PatternTree, steps: Step[]): void {
  if (steps.length > MAX_STEPS) throw new PatternFault()
  switch (tree.kind) {
    case 'empty':
      return
    case 'character':
    case 'back':
      steps.push(tree)
      return
    case 'start':
    case 'end':
      steps.push({ kind: tree.kind })
      return
    case 'sequence':
      for (const part of tree.parts) emit(part, steps)
      return
    case 'choice':
      emitChoice(tree.parts, steps)
      return
    case 'group':
      steps.push({ kind: 'save', slot: 2 * tree.index })
      emit(tree.part, steps)
      steps.push({ kind: 'save', slot: 2 * tree.index + 1 })
      return
    case 'repeat':
      emitRepeat(tree, steps)
  }
}

function emitChoice(parts: readonly PatternTree[], steps: Step[]): void {
  const ends: number[] = []
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      emit(part, steps)
      return
    }
    const split = reserve(steps)
    emit(part, steps)
    ends.push(reserve(steps))
    steps[split] = { kind: 'split', first: split + 1, second: steps.length }
  })
  for (const end of ends) steps[end] = { kind: 'jump', to: steps.length }
}

function reserve(steps: Step[]): number {
  steps.push({ kind: 'match' })
  return steps.length - 1
}

type Repeat = Extract<PatternTree, { readonly kind: 'repeat' }>

function emitRepeat({ part, min, max, isLazy }: Repeat, steps: Step[]): void {
  for (let count = 0; count < min; count += 1) emit(part, steps)
  if (max === Number.POSITIVE_INFINITY) {
    const split = reserve(steps)
    emit(part, steps)
    steps.push({ kind: 'jump', to: split })
    steps[split] = fork(split + 1, steps.length, isLazy)
    return
  }
  const splits: number[] = []
  for (let count = min; count < max; count += 1) {
    splits.push(reserve(steps))
    emit(part, steps)
  }
  for (const split of splits) steps[split] = fork(split + 1, steps.length, isLazy)
}

function fork(inside: number, behind: number, isLazy: boolean): Step {
  return isLazy
    ? { kind: 'split', first: behind, second: inside }
    : { kind: 'split', first: inside, second: behind }
}
