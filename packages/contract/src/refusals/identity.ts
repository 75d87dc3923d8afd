import type { RefusalEntry } from './entry.ts'

export const identityRefusals = {
  'identity.credentials_wrong': {
    status: 401,
    sentence: 'E-mail or password is wrong.',
    remedy: 'Check both, or ask an administrator for a new password.',
  },
  'identity.password_wrong': {
    status: 422,
    sentence: 'The current password is wrong.',
    remedy: 'Type the password you signed in with.',
  },
  'identity.password_too_short': {
    status: 422,
    sentence: 'A password needs {min} characters at least.',
    remedy: 'Take a longer one; a few plain words are good.',
  },
  'identity.password_too_long': {
    status: 422,
    sentence: 'A password has {max} characters at most.',
    remedy: 'Take a shorter one.',
  },
  'identity.email_wrong': {
    status: 422,
    sentence: 'This is not an e-mail address.',
    remedy: 'Write it as name@example.org.',
  },
  'identity.email_missing': {
    status: 422,
    sentence: 'Who gets a password needs an e-mail address to sign in with.',
    remedy: 'Give the e-mail address too.',
  },
  'identity.email_taken': {
    status: 409,
    sentence: '{email} belongs to somebody already.',
    remedy: 'Sign in, or use another address.',
  },
  'identity.account_exists': {
    status: 409,
    sentence: '{email} has an account on this installation already.',
    remedy: 'Leave the password out: the person gets access with the one they have.',
  },
  'identity.sign_up_closed': {
    status: 403,
    sentence: 'New accounts cannot be made here by oneself.',
    remedy: 'Ask an administrator to add you.',
  },
  'identity.organisations_closed': {
    status: 403,
    sentence: 'New organisations cannot be made here.',
    remedy: 'Ask whoever runs this installation.',
  },
  'identity.slug_taken': {
    status: 409,
    sentence: 'The address {slug} is taken.',
    remedy: 'Choose another.',
  },
  'identity.currency_unknown': {
    status: 422,
    sentence: '{currency} is not a currency.',
    remedy: 'Use its ISO 4217 code, such as EUR.',
  },
  'identity.time_zone_unknown': {
    status: 422,
    sentence: '{timeZone} is not a time zone.',
    remedy: 'Use its IANA name, such as Europe/Berlin.',
  },
  'identity.owner_only': {
    status: 403,
    sentence: 'Only an owner can make somebody owner or change one.',
    remedy: 'Ask an owner.',
  },
  'identity.last_owner': {
    status: 409,
    sentence: 'An organisation needs an owner, and {name} is the last one.',
    remedy: 'Make somebody else owner first.',
  },
  'identity.team_cycle': {
    status: 422,
    sentence: 'A team cannot be part of itself: {path}.',
    remedy: 'Choose another parent.',
  },
  'identity.team_has_teams': {
    status: 409,
    sentence: '{name} still has teams below it.',
    remedy: 'Archive or move them first.',
  },
  'identity.team_archived': {
    status: 409,
    sentence: '{name} is archived.',
    remedy: 'Restore it first.',
  },
  'identity.code_wrong': {
    status: 422,
    sentence: 'The code is wrong.',
    remedy: 'Take the one your app shows now; a recovery code works once.',
  },
  'identity.code_again': {
    status: 401,
    sentence: 'Too much time or too many codes went by.',
    remedy: 'Sign in again.',
  },
  'identity.code_used': {
    status: 401,
    sentence: 'This code was used already.',
    remedy: 'Wait until your app shows the next one, then sign in again.',
  },
  'identity.second_factor_on': {
    status: 409,
    sentence: 'The second factor is on already.',
    remedy: 'Switch it off first to set it up anew.',
  },
  'identity.second_factor_off': {
    status: 409,
    sentence: 'You have no second factor.',
    remedy: 'Set one up in your settings, under Security.',
  },
  'identity.second_factor_needed': {
    status: 403,
    sentence: 'This organisation lets nobody in without a second factor.',
    remedy: 'Set one up in your settings, under Security, then come back.',
  },
  'identity.passkey_failed': {
    status: 401,
    sentence: 'The passkey was not accepted.',
    remedy:
      'Try again with a device that checks your fingerprint, face or PIN, or sign in with your password.',
  },
  'identity.session_old': {
    status: 403,
    sentence: 'It is more than a day since you signed in here.',
    remedy: 'Sign out and in again, then add the passkey.',
  },
  'identity.invitation_guest_only': {
    status: 403,
    sentence: 'Who manages a project, process, case or list invites guests into it.',
    remedy: 'Invite them as a guest, or ask an administrator to add them as a member.',
  },
  'identity.invitation_void': {
    status: 404,
    sentence: 'This invitation does not hold, or no longer.',
    remedy: 'Ask whoever invited you for a new one.',
  },
  'identity.invitation_sign_in': {
    status: 409,
    sentence: 'An account could not be made for this address.',
    remedy: 'Sign in with the one you have; the invitation works with any.',
  },
  'identity.invitation_known': {
    status: 409,
    sentence: 'The invitation cannot be accepted with this account.',
    remedy: 'Ask an administrator of the organisation to let you in.',
  },
  'identity.mail_missing': {
    status: 409,
    sentence: 'Millrace cannot send e-mail here.',
    remedy: 'Pass the link on yourself, or have whoever runs this installation set up a mail server.',
  },
  'identity.session_needed': {
    status: 403,
    sentence: 'A token cannot make tokens.',
    remedy: 'Sign in and make it there.',
  },
  'identity.expiry_past': {
    status: 422,
    sentence: 'The token would have expired already.',
    remedy: 'Choose a later moment.',
  },
} as const satisfies Record<string, RefusalEntry>
