import type { Texts } from '../../texts.ts';
import type { counting as english } from '../en/counting.ts';

export const counting: Texts<typeof english> = {
  command: {
    name: 'privacy',
    description: 'Was ich von dir zähle, wie lange, und wie du es abstellst; nur du siehst es',
  },
  card: {
    title: 'Du und mein Zählen',
    what: 'Ich zähle, **wie oft** Mitglieder etwas tun, nach Tag und Kanal: Nachrichten, wem sie antworten, Reaktionen, Threads, Minuten im Sprachkanal und was sie mit mir machen, etwa Stimmen, Ideen oder Dankeschöns. **Was im Chat steht, behalte ich nie.**',
    why: 'So sieht das Team, ob Neue Antworten bekommen und wem noch niemand gedankt hat. Von deiner ersten Nachricht hier behalte ich vielleicht drei Monate lang, wo und wann sie steht, damit jemand antwortet.',
    kept: 'Tage von Mitgliedern behalte ich {months, plural, one {# Monat} other {# Monate}}, danach nur Summen ohne Namen.',
    yours: 'Über dich',
    days: '{days, plural, =0 {Über dich habe ich noch nichts.} one {Ich habe deine Zahlen von # Tag.} other {Ich habe deine Zahlen von # Tagen.}}',
    again: 'Seit {at} zähle ich dich wieder.',
    choice:
      'Ich kann aufhören und das löschen. Was du gegeben hast, bleibt: Stimmen, Ideen, Fragen, Dankeschöns.',
    paused: 'Du wirst nicht gezählt, seit {at}, und stehst in keiner Liste, die ich aus Zahlen mache.',
    forgetting: '{days, plural, one {# Tag lösche ich gerade noch.} other {# Tage lösche ich gerade noch.}}',
    acts: {
      stop: 'Zähl mich nicht',
      'go-on': 'Zähl mich wieder',
    },
    done: {
      stop: '✅ Erledigt. Ich zähle dich nicht mehr und lösche, was ich hatte. Nur Summen bleiben, ohne deinen Namen.',
      'go-on': '✅ Schön, dass du wieder dabei bist! Ich zähle dich ab jetzt, von null an.',
    },
  },
  setup: {
    title: 'Zählen',
    intro:
      'Ich zähle, wie oft jemand etwas tut, nie was jemand schreibt. Daraus entsteht der Rückblick. Wer das nicht möchte, sagt es mit `/privacy`. Was du hier änderst, ist sofort gespeichert.',
    leftOutTitle: 'Hier wird nicht gezählt',
    leftOutHelp:
      'Kanäle, oder ganze Kategorien mit allem darin. Euer Kanal für Hinweise und der Team-Kanal für Ideen sind von selbst ausgenommen; nimm sie von der Liste, dann werden sie gezählt.',
    leftOutThen:
      'Was vorher gezählt wurde, bleibt. Solange ein Kanal ausgenommen ist, lese ich seinen Verlauf nicht; kommt er zurück, zähle ich ab dann.',
    leftOutNone: 'Alles wird gezählt',
    keepTitle: 'Wie lange ich die Tage der Mitglieder behalte',
    keep: '{months, plural, one {# Monat} other {# Monate}}; danach nur Summen ohne Namen.',
    change: 'Ändern',
    saved: '✅ Gespeichert.',
    formTitle: 'Tage der Mitglieder behalten',
    formLabel: 'Monate',
    formHelp:
      'Von {min} bis {max}. Ist es weniger als jetzt, werden ältere Tage binnen eines Tages zu Summen.',
  },
  refusals: {
    months: 'Bitte schreib eine ganze Zahl von Monaten von {min} bis {max}. Es wurde nichts geändert.',
  },
};
