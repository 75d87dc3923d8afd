import { useDirectory } from '../../../platform/store/index.ts'

/** What the person may do in the organisation as a whole. */
export function useMay(): { readonly managePeople: boolean; readonly manageOrganisation: boolean } {
  const { me } = useDirectory()
  const isManager = me.orgRole === 'owner' || me.orgRole === 'admin'
  return { managePeople: isManager, manageOrganisation: isManager }
}
