import { DeviceSection } from '../components/device-section.tsx'
import { ProfileForm } from '../components/profile-form.tsx'
import { SessionList } from '../components/session-list.tsx'

/** How others see me, and where I am signed in, and what this device keeps. */
export function ProfilePage() {
  return (
    <>
      <ProfileForm />
      <SessionList />
      <DeviceSection />
    </>
  )
}
