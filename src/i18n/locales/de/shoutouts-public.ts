import type { Texts } from '../../texts.ts';
import type { shoutoutsPublic as english } from '../en/shoutouts-public.ts';

export const shoutoutsPublic: Texts<typeof english> = {
  card: {
    title: '🙌 Danke, {people}!',
    drawn: 'Danke, {people}!',
    from: 'von {giver}',
    source: 'Wofür',
    give: 'Auch danken',
    alt: 'Eine gezeichnete Karte: Danke an {people}, von {giver}: {reason}',
  },
  milestone: {
    givenFirst: '{who} hat zum ersten Mal jemandem gedankt.',
    receivedFirst: 'Der erste Dank für {who}. Der erste von vielen!',
    given: '{who} hat anderen jetzt **{count}-mal** gedankt.',
    received: '{who} wurde jetzt **{count}-mal** gedankt.',
    year: '{who} ist seit {count, plural, one {einem Jahr} other {# Jahren}} dabei. Schön, dass es dich hier gibt!',
    thank: 'Danke sagen',
  },
  roundUp: {
    title: '🙌 Dank im {month}',
    counts:
      '**{shoutouts, plural, one {Ein Dank} other {#-mal Dank}}** von {givers, plural, one {einer Person} other {# Leuten}} an {receivers, plural, one {eine Person} other {# Leute}}',
    firstTimers: 'Zum ersten Mal gedankt wurde: {people}',
    firstGivers: 'Zum ersten Mal gedankt haben: {people}',
    more: 'und {count} weitere',
    noValue: 'Für alles Mögliche',
    value: '{count, plural, one {einmal} other {#-mal}}',
    read: 'lesen',
    alt: 'Ein Diagramm des Danks im {month} nach Werten: {values}',
    bars: 'Dank im {month}',
    footer:
      '{shoutouts, plural, one {ein Dank} other {#-mal Dank}} · {receivers, plural, one {eine Person} other {# Leute}}',
  },
  rings: {
    title: 'Wer wem dankt, bis {month}',
    words:
      '{rings, plural, one {Eine kleine Gruppe} other {# kleine Gruppen}} ({people} Leute) haben in den letzten 90 Tagen vor allem einander gedankt: {inside}-mal, das sind {percent} % von allem.',
    small:
      'Freunde danken einander, das allein ist nichts Schlechtes. Hearth nennt niemanden und nimmt niemandem etwas weg.',
  },
  trouble: {
    noChannel:
      '⚠️ Der Kanal für Danksagungen wurde gelöscht. Nichts ist verloren, aber bis es einen anderen gibt, kann niemand danken: `/setup section: Dankeschöns`.',
    cannotPost:
      '⚠️ Dankeschöns können in {channel} nicht erscheinen: {reason}. Sie warten; erlaube Hearth, dort zu lesen und zu schreiben, oder wähle mit `/setup section: Dankeschöns` einen anderen Kanal.',
    cannotBadge:
      '⚠️ Hearth kann das Abzeichen {role} nicht geben oder nehmen: {reason}. Schiebe seine eigene Rolle darüber und erlaube ihm, Rollen zu verwalten.',
  },
};
