import type { RefusalSentences } from './entry.ts'
import type { identityProviderRefusals } from './identity-provider.ts'

export const identityProviderRefusalsDe = {
  'identity.provider_unreachable': {
    sentence: 'Der Anmeldedienst antwortet nicht.',
    remedy: 'Später erneut versuchen. Inhaber können sich inzwischen mit ihrem Passwort anmelden.',
  },
  'identity.provider_issuer_wrong': {
    sentence: 'Unter der Adresse des Ausstellers gibt es keinen Anmeldedienst, oder er nennt sich anders.',
    remedy:
      'Den Aussteller mit dem vergleichen, was der Dienst zeigt, bis zum letzten Schrägstrich. Darunter muss es /.well-known/openid-configuration geben.',
  },
  'identity.provider_address_insecure': {
    sentence: 'Der Anmeldedienst hat eine Adresse ohne https.',
    remedy: 'Seine https-Adresse benutzen; ohne ist nur ein Dienst auf diesem Rechner selbst erlaubt.',
  },
  'identity.provider_domain_wrong': {
    sentence: '„{domain}“ ist keine Domain einer E-Mail-Adresse.',
    remedy: 'Schreiben, was nach dem @ steht, etwa nord.example.',
  },
  'identity.provider_secret_wrong': {
    sentence: 'Der Anmeldedienst nimmt Client-ID oder Geheimnis nicht an.',
    remedy:
      'Einen Inhaber beides noch einmal vom Dienst in die Einstellungen unter Anmeldung übertragen lassen.',
  },
  'identity.provider_redirect_wrong': {
    sentence: 'Der Anmeldedienst kennt die Rücksprungadresse nicht oder nicht diesen Client.',
    remedy: 'Die Adresse aus den Einstellungen Buchstabe für Buchstabe beim Dienst eintragen.',
  },
  'identity.provider_answer_wrong': {
    sentence: 'Der Anmeldedienst gab eine Antwort, die nicht gilt.',
    remedy:
      'Erneut versuchen. Bleibt es so, einen Inhaber den Dienst in den Einstellungen unter Anmeldung testen lassen.',
  },
  'identity.provider_clock': {
    sentence: 'Die Uhren des Anmeldedienstes und von Millrace gehen zu weit auseinander.',
    remedy: 'Beide Uhren nach einem Zeitserver stellen lassen.',
  },
  'identity.provider_denied': {
    sentence: 'Die Anmeldung wurde beim Anmeldedienst abgebrochen.',
    remedy: 'Erneut versuchen oder beim Betrieb des Dienstes nach der Erlaubnis fragen.',
  },
  'identity.provider_attempt_void': {
    sentence: 'Diese Anmeldung wurde nicht hier begonnen, oder vor zu langer Zeit.',
    remedy: 'In diesem Fenster neu beginnen, innerhalb von zehn Minuten.',
  },
  'identity.provider_off': {
    sentence: 'Diesen Weg zur Anmeldung gibt es nicht oder nicht mehr.',
    remedy: 'Zur Anmeldeseite zurückgehen und einen anderen wählen.',
  },
  'identity.provider_email_missing': {
    sentence: 'Der Anmeldedienst nennt keine E-Mail-Adresse.',
    remedy: 'Beim Betrieb des Dienstes die Adresse weitergeben lassen (Scope „email“).',
  },
  'identity.provider_email_unverified': {
    sentence: 'Der Anmeldedienst hat die E-Mail-Adresse nicht geprüft.',
    remedy: 'Die Adresse beim Dienst bestätigen, dann neu anmelden.',
  },
  'identity.provider_domain': {
    sentence: 'Mit einer E-Mail-Adresse dieser Domain kommt niemand über diesen Dienst herein.',
    remedy: 'Beim Dienst mit der Adresse aus der Arbeit anmelden oder einen Inhaber fragen.',
  },
  'identity.provider_person_inactive': {
    sentence: 'Der Zugang zu dieser Organisation ist beendet.',
    remedy: 'Die Administration der Organisation fragen.',
  },
  'identity.provider_person_unknown': {
    sentence: 'Hier wurde noch niemand mit dieser Adresse hinzugefügt.',
    remedy: 'Die Administration der Organisation um Aufnahme mit der Adresse bitten, die der Dienst kennt.',
  },
  'identity.provider_account_exists': {
    sentence: 'Mit dieser E-Mail-Adresse gibt es schon ein Konto, das nicht mit dem Dienst verbunden ist.',
    remedy:
      'Mit dessen Passwort anmelden und es in den Einstellungen unter Sicherheit verbinden. Gehört es jemand anderem, die Administration fragen.',
  },
  'identity.provider_identity_other': {
    sentence: 'Mit dem Konto dieser E-Mail-Adresse ist beim Dienst jemand anderes verbunden.',
    remedy:
      'Sind beide dieselbe Person, mit dem Passwort anmelden und die alte Verbindung in den Einstellungen unter Sicherheit trennen.',
  },
  'identity.provider_taken': {
    sentence: 'Beim Dienst besteht schon eine Verbindung mit einem anderen Konto hier.',
    remedy: 'Beim Dienst abmelden und die gemeinte Person nehmen oder zuerst das andere Konto trennen.',
  },
  'identity.provider_needed': {
    sentence: 'Diese Organisation lässt nur über ihren Anmeldedienst herein.',
    remedy: 'Über ihn anmelden. Inhaber können immer ihr Passwort benutzen.',
  },
  'identity.provider_session': {
    sentence: 'Die Anmeldung kam über einen Anmeldedienst, der nur seine eigene Organisation öffnet.',
    remedy: 'Dafür mit dem Passwort anmelden.',
  },
  'identity.provider_last': {
    sentence: 'Herein geht es nur über einen Anmeldedienst, und dies ist der letzte eingeschaltete.',
    remedy: 'Zuerst wieder Passwörter erlauben oder einen anderen Dienst einschalten.',
  },
  'identity.provider_none': {
    sentence: 'Es ist kein Anmeldedienst eingeschaltet.',
    remedy: 'Einen hinzufügen, damit anmelden, dann Passwörter ausschalten.',
  },
  'identity.providers_many': {
    sentence: 'Eine Organisation hat höchstens 10 Anmeldedienste.',
    remedy: 'Einen entfernen, den niemand benutzt.',
  },
} as const satisfies Record<keyof typeof identityProviderRefusals, RefusalSentences>
