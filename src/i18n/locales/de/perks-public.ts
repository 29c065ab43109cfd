import type { Texts } from '../../texts.ts';
import type { perksPublic as english } from '../en/perks-public.ts';

export const perksPublic: Texts<typeof english> = {
  card: {
    takes: '**Was es braucht**',
    terms: '-# {terms}',
    claim: 'Abholen',
    again: 'Meinen zeigen',
    progress: 'Wie weit bin ich?',
    paused: '⏸️ Gerade pausiert.',
    ended: '🏁 Dieser Vorteil ist beendet. Wer ihn abgeholt hat, kann ihn weiter ansehen.',
    gone: '✨ Alle sind abgeholt. Glückwunsch an alle, die einen bekommen haben!',
  },

  notes: {
    'low-stock':
      '📉 Von **{name}** {left, plural, one {ist nur noch einer} other {sind nur noch #}} übrig. Mehr Codes: `/vorteil codes`.',
    lowPlaces: '📉 Von **{name}** {left, plural, one {ist nur noch einer} other {sind nur noch #}} übrig.',
    'none-left':
      '🎉 Von **{name}** sind alle abgeholt. Mehr Codes: `/vorteil codes`; oder beenden: `/vorteil beenden`.',
    nonePlaces: '🎉 Von **{name}** sind alle abgeholt. Beenden kannst du ihn mit `/vorteil beenden`.',
    'expires-soon':
      '⏳ **{name}** endet {at}. {left, plural, =0 {Keiner ist mehr übrig.} one {Einer ist noch übrig.} other {Noch # sind übrig.}}',
    expiresUnlimited: '⏳ **{name}** endet {at}.',
    'cannot-post':
      '⚠️ Die Karte von **{name}** kann nicht in {channel} stehen: {reason}. Erlaub es dort oder poste sie mit `/vorteil posten` woanders.',
    'cannot-update': '⚠️ Die Karte von **{name}** in {channel} lässt sich nicht aktualisieren: {reason}.',
    'no-channel':
      '⚠️ Den Kanal für die Karte von **{name}** gibt es nicht mehr. `/vorteil posten` stellt sie woanders hin.',
    'cannot-give':
      '⚠️ {member} hat **{name}** abgeholt, und ich kann {role} nicht geben: {reason}. Sobald ich kann, kommt sie.',
    'cannot-take':
      '⚠️ Was **{name}** braucht, ist bei {member} nicht mehr gegeben, und ich kann {role} nicht zurücknehmen: {reason}.',
    'wrong-key':
      '🔐 **Vorteile mit Codes und Links sind abgeschaltet.** Ich wurde mit einem anderen `ENCRYPTION_KEY` gestartet als dem, mit dem sie gespeichert wurden. Nichts ist verloren: Wer mich betreibt, muss den richtigen wieder setzen oder, wenn der neue gewollt ist, `npm run rekey` ausführen (steht in der README).',
    'no-key':
      '🔐 **Vorteile mit Codes und Links sind abgeschaltet.** Ich wurde ohne den `ENCRYPTION_KEY` gestartet, mit dem sie gespeichert wurden. Nichts ist verloren: Wer mich betreibt, muss ihn wieder setzen.',
    reasons: {
      above:
        'sie steht über meiner eigenen Rolle. Zieh meine in den Servereinstellungen unter Rollen darüber',
      permission: 'mir fehlt die Berechtigung „Rollen verwalten“',
      full: 'mehr Rollen erlaubt Discord dort nicht',
      gone: 'die Rolle gibt es nicht mehr',
      other: 'Discord sagt „{reason}“',
    },
    open: 'Zum Vorteil',
  },
  audit: 'Vorteil: {name}',
  auditLapsed: 'Vorteil: {name}; was es braucht, ist nicht mehr gegeben',
};
