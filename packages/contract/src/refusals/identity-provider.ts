import type { RefusalEntry } from './entry.ts'

export const identityProviderRefusals = {
  'identity.provider_unreachable': {
    status: 503,
    sentence: 'The sign-in provider does not answer.',
    remedy: 'Try again later. Owners can sign in with their password meanwhile.',
  },
  'identity.provider_issuer_wrong': {
    status: 409,
    sentence: 'There is no sign-in provider at the address of the issuer, or it calls itself something else.',
    remedy:
      'Compare the issuer with what the provider shows, to the last slash. Below it there has to be /.well-known/openid-configuration.',
  },
  'identity.provider_address_insecure': {
    status: 422,
    sentence: 'The provider has an address without https.',
    remedy: 'Use its https address; without it only a provider on this very machine is allowed.',
  },
  'identity.provider_domain_wrong': {
    status: 422,
    sentence: '“{domain}” is not the domain of an e-mail address.',
    remedy: 'Write what stands after the @, such as acme.example.',
  },
  'identity.provider_secret_wrong': {
    status: 409,
    sentence: 'The sign-in provider does not accept the client id or the secret.',
    remedy: 'Have an owner copy both again from the provider into the settings, under Sign-in.',
  },
  'identity.provider_redirect_wrong': {
    status: 409,
    sentence: 'The provider does not know the address to come back to, or not this client.',
    remedy: 'Register the address that the settings show at the provider, letter by letter.',
  },
  'identity.provider_answer_wrong': {
    status: 409,
    sentence: 'The sign-in provider gave an answer that does not hold.',
    remedy: 'Try again. If it stays so, have an owner test the provider in the settings, under Sign-in.',
  },
  'identity.provider_clock': {
    status: 409,
    sentence: 'The clocks of the sign-in provider and of Millrace differ too much.',
    remedy: 'Have whoever runs both set their clocks by a time server.',
  },
  'identity.provider_denied': {
    status: 403,
    sentence: 'The sign-in was stopped at the provider.',
    remedy: 'Try again, or ask whoever runs the provider whether you may use Millrace.',
  },
  'identity.provider_attempt_void': {
    status: 403,
    sentence: 'This sign-in was not begun here, or too long ago.',
    remedy: 'Begin again, in this window and within ten minutes.',
  },
  'identity.provider_off': {
    status: 404,
    sentence: 'This way to sign in is not there, or no longer.',
    remedy: 'Go back to the sign-in page and choose another.',
  },
  'identity.provider_email_missing': {
    status: 403,
    sentence: 'The provider does not tell your e-mail address.',
    remedy: 'Have whoever runs the provider hand on the address (scope “email”).',
  },
  'identity.provider_email_unverified': {
    status: 403,
    sentence: 'The provider has not checked your e-mail address.',
    remedy: 'Confirm your address at the provider, then sign in again.',
  },
  'identity.provider_domain': {
    status: 403,
    sentence: 'People with an e-mail address of this domain do not get in by this provider.',
    remedy: 'Sign in at the provider with your address at work, or ask an owner.',
  },
  'identity.provider_person_inactive': {
    status: 403,
    sentence: 'You have no access to this organisation any more.',
    remedy: 'Ask an administrator of the organisation.',
  },
  'identity.provider_person_unknown': {
    status: 403,
    sentence: 'Nobody here has added you yet.',
    remedy:
      'Ask an administrator of the organisation to add you with the e-mail address you have at the provider.',
  },
  'identity.provider_account_exists': {
    status: 409,
    sentence:
      'There is an account with your e-mail address already, and it is not connected with the provider.',
    remedy:
      'Sign in with its password, then connect it in your settings, under Security. If it is not yours, ask an administrator.',
  },
  'identity.provider_identity_other': {
    status: 409,
    sentence: 'Somebody else at the provider is connected with the account that has your e-mail address.',
    remedy:
      'If both are you, sign in with your password and disconnect the old one in your settings, under Security.',
  },
  'identity.provider_taken': {
    status: 409,
    sentence: 'At the provider you are connected with another account here.',
    remedy: 'Sign out at the provider and take the person you mean, or disconnect the other account first.',
  },
  'identity.provider_needed': {
    status: 403,
    sentence: 'This organisation lets people in by its sign-in provider only.',
    remedy: 'Sign in with it. Owners can always use their password.',
  },
  'identity.provider_session': {
    status: 403,
    sentence: 'You came in by a sign-in provider, which opens its own organisation alone.',
    remedy: 'Sign in with your password to do this.',
  },
  'identity.provider_last': {
    status: 409,
    sentence: 'People get in by a provider only, and this is the last one that is on.',
    remedy: 'Allow passwords again first, or switch another provider on.',
  },
  'identity.provider_none': {
    status: 409,
    sentence: 'There is no provider that is on.',
    remedy: 'Add one, sign in with it, then switch passwords off.',
  },
  'identity.providers_many': {
    status: 409,
    sentence: 'An organisation has 10 providers at most.',
    remedy: 'Remove one that nobody uses.',
  },
} as const satisfies Record<string, RefusalEntry>
