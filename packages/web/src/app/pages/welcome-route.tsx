import { WelcomePage } from '../../features/identity/pages/welcome-page.tsx'
import { SignedIn } from '../signed-in.tsx'

/** The first run, for people who are signed in. */
export function WelcomeRoute() {
  return <SignedIn>{(me) => <WelcomePage me={me} />}</SignedIn>
}
