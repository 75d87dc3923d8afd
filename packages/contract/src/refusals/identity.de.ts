import type { RefusalSentences } from './entry.ts'
import type { identityRefusals } from './identity.ts'

export const identityRefusalsDe = {
  'identity.credentials_wrong': {
    sentence: 'E-Mail oder Passwort ist falsch.',
    remedy: 'Beides prüfen oder die Administration um ein neues Passwort bitten.',
  },
  'identity.password_wrong': {
    sentence: 'Das jetzige Passwort ist falsch.',
    remedy: 'Das Passwort eingeben, mit dem angemeldet wurde.',
  },
  'identity.password_too_short': {
    sentence: 'Ein Passwort braucht mindestens {min} Zeichen.',
    remedy: 'Ein längeres nehmen; ein paar einfache Wörter sind gut.',
  },
  'identity.password_too_long': {
    sentence: 'Ein Passwort hat höchstens {max} Zeichen.',
    remedy: 'Ein kürzeres nehmen.',
  },
  'identity.email_wrong': {
    sentence: 'Das ist keine E-Mail-Adresse.',
    remedy: 'Als name@example.org schreiben.',
  },
  'identity.email_missing': {
    sentence: 'Wer ein Passwort bekommt, braucht zum Anmelden eine E-Mail-Adresse.',
    remedy: 'Auch die E-Mail-Adresse angeben.',
  },
  'identity.email_taken': {
    sentence: '{email} gehört schon jemandem.',
    remedy: 'Anmelden oder eine andere Adresse benutzen.',
  },
  'identity.account_exists': {
    sentence: '{email} hat auf dieser Installation schon ein Konto.',
    remedy: 'Das Passwort weglassen: die Person bekommt Zugang mit dem, das sie hat.',
  },
  'identity.sign_up_closed': {
    sentence: 'Hier kann niemand selbst ein Konto anlegen.',
    remedy: 'Die Administration um Aufnahme bitten.',
  },
  'identity.organisations_closed': {
    sentence: 'Hier lassen sich keine neuen Organisationen anlegen.',
    remedy: 'Fragen, wer diese Installation betreibt.',
  },
  'identity.slug_taken': {
    sentence: 'Die Adresse {slug} ist vergeben.',
    remedy: 'Eine andere wählen.',
  },
  'identity.currency_unknown': {
    sentence: '{currency} ist keine Währung.',
    remedy: 'Den Code nach ISO 4217 benutzen, etwa EUR.',
  },
  'identity.time_zone_unknown': {
    sentence: '{timeZone} ist keine Zeitzone.',
    remedy: 'Den IANA-Namen benutzen, etwa Europe/Berlin.',
  },
  'identity.owner_only': {
    sentence: 'Nur Inhaber können jemanden zum Inhaber machen oder Inhaber ändern.',
    remedy: 'Einen Inhaber bitten.',
  },
  'identity.last_owner': {
    sentence: 'Eine Organisation braucht einen Inhaber, und {name} ist der letzte.',
    remedy: 'Zuerst jemand anderen zum Inhaber machen.',
  },
  'identity.team_cycle': {
    sentence: 'Ein Team kann nicht Teil von sich selbst sein: {path}.',
    remedy: 'Ein anderes übergeordnetes Team wählen.',
  },
  'identity.team_has_teams': {
    sentence: 'Unter {name} stehen noch Teams.',
    remedy: 'Diese zuerst archivieren oder verschieben.',
  },
  'identity.team_archived': {
    sentence: '{name} ist archiviert.',
    remedy: 'Zuerst wiederherstellen.',
  },
  'identity.code_wrong': {
    sentence: 'Der Code ist falsch.',
    remedy: 'Den nehmen, den die App jetzt zeigt; ein Wiederherstellungscode gilt einmal.',
  },
  'identity.code_used': {
    sentence: 'Dieser Code wurde schon benutzt.',
    remedy: 'Warten, bis die App den nächsten zeigt, dann neu anmelden.',
  },
  'identity.code_again': {
    sentence: 'Zu viel Zeit oder zu viele Codes sind vergangen.',
    remedy: 'Neu anmelden.',
  },
  'identity.second_factor_on': {
    sentence: 'Der zweite Faktor ist schon eingeschaltet.',
    remedy: 'Zuerst ausschalten, um ihn neu einzurichten.',
  },
  'identity.second_factor_off': {
    sentence: 'Es ist kein zweiter Faktor eingerichtet.',
    remedy: 'Einen in den Einstellungen unter Sicherheit einrichten.',
  },
  'identity.second_factor_needed': {
    sentence: 'Diese Organisation lässt niemanden ohne zweiten Faktor herein.',
    remedy: 'Einen in den Einstellungen unter Sicherheit einrichten, dann wiederkommen.',
  },
  'identity.passkey_failed': {
    sentence: 'Der Passkey wurde nicht angenommen.',
    remedy:
      'Mit einem Gerät versuchen, das Fingerabdruck, Gesicht oder PIN prüft, oder mit dem Passwort anmelden.',
  },
  'identity.session_old': {
    sentence: 'Die Anmeldung hier ist mehr als einen Tag her.',
    remedy: 'Ab- und wieder anmelden, dann den Passkey hinzufügen.',
  },
  'identity.invitation_guest_only': {
    sentence: 'Wer ein Projekt, einen Prozess, einen Fall oder eine Liste verwaltet, lädt Gäste dazu ein.',
    remedy: 'Als Gast einladen oder die Administration um Aufnahme als Mitglied bitten.',
  },
  'identity.invitation_void': {
    sentence: 'Diese Einladung gilt nicht oder nicht mehr.',
    remedy: 'Um eine neue bitten.',
  },
  'identity.invitation_sign_in': {
    sentence: 'Für diese Adresse konnte kein Konto angelegt werden.',
    remedy: 'Mit dem vorhandenen anmelden; die Einladung gilt für jedes.',
  },
  'identity.invitation_known': {
    sentence: 'Mit diesem Konto lässt sich die Einladung nicht annehmen.',
    remedy: 'Die Administration der Organisation um Einlass bitten.',
  },
  'identity.mail_missing': {
    sentence: 'Millrace kann hier keine E-Mail senden.',
    remedy: 'Den Link selbst weitergeben oder einen Mailserver einrichten lassen.',
  },
  'identity.session_needed': {
    sentence: 'Ein Token kann keine Token anlegen.',
    remedy: 'Anmelden und es dort anlegen.',
  },
  'identity.expiry_past': {
    sentence: 'Das Token wäre schon abgelaufen.',
    remedy: 'Einen späteren Zeitpunkt wählen.',
  },
} as const satisfies Record<keyof typeof identityRefusals, RefusalSentences>
