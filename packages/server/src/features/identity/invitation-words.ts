import type { Language } from '@millrace/contract'

type InvitationWords = {
  readonly subject: (organisation: string) => string
  readonly invites: (inviter: string, organisation: string) => string
  readonly open: (until: string) => string
  readonly otherwise: string
}

/** What the mail of an invitation says, in every language. */
export const invitationWords: Readonly<Record<Language, InvitationWords>> = {
  en: {
    subject: (organisation) => `Invitation to ${organisation}`,
    invites: (inviter, organisation) => `${inviter} invites you to work in “${organisation}” on Millrace.`,
    open: (until) => `Open this link to join. It holds until ${until}, and only once:`,
    otherwise: 'If you do not know what this is about, leave it: nothing happens then.',
  },
  de: {
    subject: (organisation) => `Einladung zu ${organisation}`,
    invites: (inviter, organisation) =>
      `${inviter} lädt Sie ein, in „${organisation}“ auf Millrace mitzuarbeiten.`,
    open: (until) => `Zum Beitreten diesen Link öffnen. Er gilt bis ${until}, und nur einmal:`,
    otherwise: 'Wer nicht weiß, worum es geht, lässt es einfach: dann geschieht nichts.',
  },
}
