import type { Texts } from '../../texts.ts';
import type { guard as english } from '../en/guard.ts';

export const guard: Texts<typeof english> = {
  card: {
    title:
      '{count, plural, one {👋 Eine erste Nachricht ohne Antwort} other {👋 # erste Nachrichten ohne Antwort}}',
    done: '{count, plural, one {✅ Hier ist nichts mehr zu tun} other {✅ Um alle hat sich jemand gekümmert}}',
    nothing: '✅ Hier ist nichts mehr zu tun',
    only: {
      open: '{user} ist {joined} dazugekommen und hat {at} in {channel} geschrieben. Bisher hat niemand geantwortet oder reagiert.',
      answered: '{user} hat {at} in {channel} geschrieben und jetzt eine Antwort. Danke!',
      gone: '{user} hat {at} geschrieben, aber die Nachricht ist weg oder das Mitglied hat den Server verlassen.',
    },
    list: {
      open: '{user}, {at}: [Nachricht]({link})',
      answered: '✅ {user} hat jetzt eine Antwort: [Nachricht]({link})',
      gone: '{user}, {at}: nicht mehr da',
    },
    taken: '{user} kümmert sich, {at}.',
    go: 'Zur Nachricht',
    take: 'Ich mach das',
    giveBack: 'Doch jemand anders',
  },
  setup: {
    title: 'Neue Mitglieder',
    intro:
      'Wenn jemand Neues zum ersten Mal schreibt und niemand antwortet oder reagiert, sage ich es leise denen, die begrüßen. Was geschrieben wurde, lese und behalte ich nicht. Was du hier änderst, ist sofort gespeichert.',
    channelTitle: 'Wo ich es sage',
    on: 'Am besten ein Kanal, den nur lesen kann, wer begrüßt.',
    off: 'Noch sage ich es niemandem. Wähle einen Kanal, den nur lesen kann, wer begrüßt.',
    channel: 'Kanal wählen',
    roleTitle: 'Wer begrüßt, neben dem Team',
    roleHelp: 'Wer diese Rolle hat, kann „Ich mach das“ drücken.',
    role: 'Nur das Team',
    minutesTitle: 'Zeit für eine Antwort',
    minutes: '{minutes, plural, one {# Minute} other {# Minuten}} nach der ersten Nachricht.',
    change: 'Ändern',
    saved: '✅ Gespeichert.',
    savedOff: '✅ Gespeichert. Ab jetzt melde ich niemandem mehr neue Mitglieder.',
    savedOpen:
      '✅ Gespeichert. {channel} können aber alle lesen, auch neue Mitglieder; ein Kanal nur für die, die begrüßen, ist freundlicher.',
    missing:
      'Nicht gespeichert: In {channel} fehlt mir noch {permissions}. Erlaube mir das dort und wähle ihn noch einmal.',
    formTitle: 'Zeit für eine Antwort',
    formLabel: 'Minuten',
    formHelp: 'Von {min} bis {max}. Es gilt für erste Nachrichten ab jetzt.',
  },
  cannot:
    'Ein neues Mitglied hat keine Antwort bekommen, aber in {channel} kann ich es niemandem sagen: {reason}. Wähle mit `/setup section: Neue Mitglieder` einen anderen Kanal.',
  refusals: {
    minutes: 'Bitte schreib eine ganze Zahl von Minuten von {min} bis {max}. Nichts wurde geändert.',
    gone: 'Diese Karte kenne ich nicht mehr. Hier ist nichts mehr zu tun.',
    taken: '{user} kümmert sich schon. Trotzdem danke!',
    'greeters-only':
      'Das ist für die, die neue Mitglieder begrüßen. Wer den Server verwaltet, kann deine Rolle mit `/setup section: Neue Mitglieder` eintragen.',
  },
};
