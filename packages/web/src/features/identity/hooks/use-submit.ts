import { type SyntheticEvent, useState } from 'react'
import { explain } from '../../../platform/refused.ts'

/** A form's submission: runs once at a time, and keeps what went wrong in words. */
export function useSubmit(submit: () => Promise<void>, words: typeof explain = explain) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReturnType<typeof explain> | null>(null)
  const run = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await submit()
    } catch (error) {
      setProblem(words(error))
    } finally {
      setBusy(false)
    }
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isBusy) void run()
  }
  return { isBusy, problem, handleSubmit, run }
}
