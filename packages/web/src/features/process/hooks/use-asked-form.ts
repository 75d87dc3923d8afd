import type { AskedForm } from '@millrace/contract'
import { type CompiledForm, compileForm } from '@millrace/core/process'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** The form of the step that an item carries out, and what of its instance the form asks for. */
export function useStepForm(itemId: string | null) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getStepForm', organisationId, itemId],
    queryFn:
      itemId === null
        ? skipToken
        : async ({ signal }) => await call('process.getStepForm', { itemId }, { organisationId, signal }),
  })
  useChanges(['activity', 'instance'], () => {
    if (itemId !== null) void asked.refetch()
  })
  return asked.data
}

/** The form that instances of a process are started with; undefined while it is not known. */
export function useStartForm(containerId: string | null) {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['process.getStartForm', organisationId, containerId],
    queryFn:
      containerId === null
        ? skipToken
        : async ({ signal }) =>
            await call('process.getStartForm', { containerId }, { organisationId, signal }),
  }).data
}

/** A published form, ready to be filled in. */
export function useCompiled(form: AskedForm | null | undefined): CompiledForm | null {
  return useMemo(() => {
    if (!form) return null
    const compilation = compileForm(form.schema)
    return compilation.ok ? compilation.form : null
  }, [form])
}

/** Files of an item that can be chosen in its form; asked for where the form has a place for them. */
export function useFileChoices(itemId: string, form: CompiledForm) {
  const { organisationId } = useStore()
  const hasFiles = form.parts.some((part) => part.kind === 'field' && part.field.kind === 'file')
  const asked = useQuery({
    queryKey: ['files.listFiles', organisationId, { itemId }, 'choices'],
    queryFn: hasFiles
      ? async ({ signal }) =>
          (await call('files.listFiles', { itemId, limit: 200 }, { organisationId, signal })).files
      : skipToken,
  })
  useChanges(['file'], () => {
    if (hasFiles) void asked.refetch()
  })
  return (asked.data ?? []).map(({ id, name }) => ({ id, name }))
}
