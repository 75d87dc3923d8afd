import { ProfileForm } from '../components/profile-form.tsx'
import { SessionList } from '../components/session-list.tsx'

/** How others see me, and where I am signed in. */
export function ProfilePage() {
  return (
    <>
      <ProfileForm />
      <SessionList />
    </>
  )
}
