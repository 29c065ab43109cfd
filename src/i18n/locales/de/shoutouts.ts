import type { Texts } from '../../texts.ts';
import type { shoutouts as english } from '../en/shoutouts.ts';

export const shoutouts: Texts<typeof english> = {
  command: {
    name: 'danke',
    description: 'Jemandem für etwas danken und sehen, wem wofür gedankt wurde',
    give: { name: 'sagen', description: 'Bis zu 3 Leuten danken, mit einem Grund, den alle lesen können' },
    board: {
      name: 'tafel',
      description: 'Wem gedankt wurde: diese Woche, diesen Monat, insgesamt, auch nach Wert',
    },
    me: {
      name: 'ich',
      description: 'Deine Geschichte: wofür dir gedankt wurde und was du noch zu vergeben hast',
    },
    help: { name: 'hilfe', description: 'Wie Dankeschöns hier funktionieren' },
    unsung: {
      name: 'unbedankt',
      description: 'Fürs Team: wer geholfen hat und 30 Tage kein Dankeschön bekam',
    },
    log: {
      name: 'liste',
      description: 'Fürs Team: alle Dankeschöns, neueste zuerst, mit dem, was daraus wurde',
    },
    void: { name: 'streichen', description: 'Fürs Team: ein Dankeschön zurücknehmen, mit Grund' },
    options: {
      member: { name: 'wem', description: 'Wem du dankst' },
      member2: { name: 'wem2', description: 'Noch jemand, für dasselbe' },
      member3: { name: 'wem3', description: 'Noch jemand, für dasselbe' },
      value: { name: 'wert', description: 'Wofür es steht' },
      reason: { name: 'grund', description: 'Was die Person getan hat, in ein paar Worten' },
      period: { name: 'zeitraum', description: 'Ohne Angabe dieser Monat' },
      shoutout: { name: 'dankeschön', description: 'Seine Nummer oder Worte aus dem Grund' },
    },
  },
  menu: {
    user: { name: 'Danke sagen' },
    message: { name: 'Für diese Nachricht danken' },
  },

  form: {
    title: 'Danke sagen',
    sourceTitle: 'Für diese Nachricht danken',
    receivers: 'Wem dankst du?',
    receiversHelp: 'Bis zu {max} Leute, für dasselbe',
    value: 'Wofür steht es?',
    reason: 'Wofür?',
    reasonHelp: 'Was wurde getan, und was hat es verändert? Alle können es lesen.',
    reasonPlaceholder: 'Blieb mit mir wach, bis mein erster Druck gelang',
    left: '-# Du kannst gerade noch {left, plural, one {einer Person} other {# Leuten}} danken.',
    source: '-# Es führt zu [dieser Nachricht]({link}).',
    voidTitle: 'Dankeschön {number} streichen',
    voidReason: 'Warum?',
    voidReasonHelp: 'Das Team und wer es gegeben hat, können das lesen. Die Karte verschwindet.',
    kept: '⚠️ {refusal}\nDeine Worte sind nicht verloren:',
  },

  receipt: {
    given: '🙌 **Gesagt!** Dein Dankeschön an {people} steht gleich in {channel}.',
    again: '🙌 Das ist schon gesagt.',
    first: 'Es ist dein erstes Dankeschön. Schön, dass du das tust!',
    left: 'Du kannst gerade noch {left, plural, one {einer Person} other {# Leuten}} danken.',
    none: 'Das war vorerst das letzte.',
    next: 'Das nächste kommt {at} zurück.',
    withdraw: 'Zurücknehmen',
    withdrawHelp: 'Bis {until} kannst du es zurücknehmen.',
    withdrawn:
      'Zurückgenommen. Dein Dankeschön an {people} zählt nicht, die Karte verschwindet, und du kannst es wieder vergeben.',
  },

  again: {
    ask: 'Dieselben Worte hast du {when} schon geschrieben, an {people}. Worte, die nur dieses eine Mal passen, sind mehr wert. Trotzdem danken?',
    give: 'Trotzdem danken',
    drop: 'Lassen',
    dropped: 'Gelassen. Nichts wurde vergeben. `/danke sagen` fängt neu an.',
  },

  details: {
    number: 'Dankeschön {number}',
    people: '{giver} dankt {people}',
    value: 'Für: {value}',
    source: '[Wofür es war]({link})',
    card: '[Die Karte]({link})',
    given: 'Vergeben {at}',
    withdrawn: 'Wieder zurückgenommen, {at}',
    lost: 'Die Nachricht, für die es war, wurde gelöscht, {at}. Es zählt nicht mehr.',
    void: 'Vom Team gestrichen, {at}',
    voidReason: 'Der Grund:',
    voidButton: 'Als Team streichen',
    voided: 'Gestrichen. Es zählt nirgends mehr; die Karte verschwindet.',
    details: 'Details',
  },

  values: {
    all: 'Alle Werte',
    other: 'Ohne Wert',
    pick: 'Nur ein Wert',
  },

  board: {
    title: '## 🙌 Wem gedankt wurde',
    titleValue: '## 🙌 Wem für {value} gedankt wurde',
    periods: { week: 'Diese Woche', month: 'Diesen Monat', all: 'Insgesamt' },
    ranked: '{place} {who} · {count, plural, one {einmal} other {#-mal}}',
    listed: '{who} · {count, plural, one {einmal} other {#-mal}}',
    few: '-# Noch wenige: eine Liste nach Namen, ohne Plätze.',
    total:
      '-# {shoutouts, plural, one {Ein Dankeschön} other {# Dankeschöns}} für {people, plural, one {eine Person} other {# Leute}}',
    totalPages:
      '-# {shoutouts, plural, one {Ein Dankeschön} other {# Dankeschöns}} für {people, plural, one {eine Person} other {# Leute}} · Seite {page} von {pages}',
    staff: '-# Das Team steht nicht darauf, und auch nicht, wer sich ausgeblendet hat.',
    hidden: '-# Wer sich ausgeblendet hat, steht nicht darauf.',
    empty: {
      week: 'Diese Woche wurde noch niemandem gedankt. Wer fällt dir als Erstes ein? `/danke sagen`.',
      month: 'Diesen Monat wurde noch niemandem gedankt. Wer fällt dir als Erstes ein? `/danke sagen`.',
      all: 'Hier wurde noch niemandem gedankt. Wer fällt dir als Erstes ein? `/danke sagen`.',
    },
    emptyValue: 'Dafür wurde noch niemandem gedankt. Wer fällt dir als Erstes ein? `/danke sagen`.',
    previous: 'Zurück',
    next: 'Mehr',
    give: 'Danke sagen',
  },

  story: {
    title: '## Deine Geschichte',
    counts:
      'Dir wurde **{received, plural, one {einmal} other {#-mal}}** gedankt, und du hast anderen **{given, plural, one {einmal} other {#-mal}}** gedankt.',
    onlyGiven: 'Du hast anderen **{given, plural, one {einmal} other {#-mal}}** gedankt. So fängt es an.',
    empty:
      'Sie beginnt mit dem ersten Dankeschön, ob gesagt oder bekommen. An wessen Hilfe denkst du gern zurück?',
    byValue: '**Wofür dir gedankt wurde**',
    valueLine: '{value} · {count, plural, one {einmal} other {#-mal}}',
    received: '**Zuletzt über dich gesagt**',
    receivedLine: '{giver}, {at}',
    given: '**Was du zuletzt vergeben hast**',
    givenLine: '{people}, {at}',
    withdrawn: 'zurückgenommen',
    lost: 'weg: die Nachricht, für die es war, wurde gelöscht',
    void: 'vom Team gestrichen',
    milestones: '**Meilensteine**',
    budget: '**Zu vergeben:** {left} von {of} übrig.',
    budgetNext: '**Zu vergeben:** {left} von {of} übrig; das nächste kommt {at} zurück.',
    hide: 'Mich ausblenden',
    show: 'Mich wieder zeigen',
    hidden:
      '-# Du bist ausgeblendet: Keine Tafel und kein Rückblick nennt dich. Was andere dir schreiben, bleibt.',
    nowHidden: '✅ Du bist jetzt ausgeblendet.',
    nowShown: '✅ Du stehst wieder auf den Tafeln.',
  },

  log: {
    title: '## Dankeschöns',
    line: '**{number}** {giver} → {people}',
    about: '-# {at} · {status}',
    statuses: {
      given: 'vergeben',
      withdrawn: 'zurückgenommen',
      lost: 'Nachricht gelöscht',
      void: 'gestrichen',
    },
    by: '-# {at}: {what} von {who}',
    pick: 'Eines davon ansehen',
    choice: '{number} · {reason}',
    page: '-# Seite {page} von {pages} · {total, plural, one {ein Dankeschön} other {# Dankeschöns}}',
    empty: 'Noch hat niemand eines vergeben.',
    rings: 'Ringe',
  },

  ringsNow: {
    title: '## Ringe gegenseitigen Dankes',
    none: 'Seit {since} gibt es keinen: Gedankt wird anderen als denen, die einem selbst danken.',
    some: 'Seit {since} gibt es {rings, plural, one {eine kleine Gruppe} other {# kleine Gruppen}}, deren Leute ({people, plural, one {eine Person} other {# insgesamt}}) meist einander danken: **{inside}** von {shoutouts} Dankeschöns.',
    about:
      '-# Freunde, die einander helfen, sehen genauso aus; darum wird niemand genannt, und von selbst folgt nichts daraus. Wirken die Tafeln ungerecht, hilft eine längere Wartezeit für dasselbe Paar: `/setup section: Dankeschöns`.',
  },

  unsung: {
    title: '## Leute, die ein Dankeschön verdient hätten',
    about:
      'Andere haben auf ihre Nachrichten geantwortet oder reagiert, und seit {days} Tagen hat ihnen niemand gedankt.',
    line: '{who}\n-# {what}',
    replies: '{count, plural, one {eine Antwort} other {# Antworten}}',
    reactions: '{count, plural, one {eine Reaktion} other {# Reaktionen}}',
    thank: 'Danke sagen',
    none: 'Gerade fällt niemand auf. Entweder ist allen gedankt, oder es ist ruhig.',
    transient: '-# Eben gezählt, nur fürs Team, und nicht aufgehoben. Die Reihenfolge bedeutet nichts.',
  },

  help: {
    title: 'Wie Dankeschöns hier funktionieren',
    closed:
      '-# Sie sind noch nicht eingerichtet. Wer den Server verwaltet, kann das tun: `/setup section: Dankeschöns`.',
    member:
      '🙌 **Jemand hat geholfen?** `/danke sagen`, **Danke sagen** im Menü einer Person oder **Für diese Nachricht danken** im Menü dessen, was sie geschrieben hat. Sag, was sie getan hat; es erscheint in {channel}.\n🎟️ **Es gibt nicht endlos viele:** Dank für {budget, plural, one {eine Person} other {# Leute}}. Jeder kommt nach {renew} Tagen zurück, nach {renewNew}, wenn du jemandem zum ersten Mal dankst.\n↩️ **Anders überlegt?** Nimm es binnen {minutes} Minuten zurück. Wird die Nachricht gelöscht, für die es war, verschwindet es auch.\n📖 **Deine Geschichte** steht in `/danke ich`, was sonst los ist in `/danke tafel`. Du kannst dich auch ausblenden.',
    waitPair:
      '⏳ Derselben Person kannst du nach {days, plural, one {einem Tag} other {# Tagen}} wieder danken.',
    waitBack:
      '⏳ Wem eben gedankt wurde, kann nach {hours, plural, one {einer Stunde} other {# Stunden}} zurück danken.',
    staffTitle: 'Für dich im Team',
    staff:
      '📋 `/danke liste` zeigt alle und was daraus wurde; **Details** unter einer Karte führt auch dorthin.\n🛡️ **Mit einem stimmt etwas nicht?** `/danke streichen`, mit einem Grund: Es zählt nirgends mehr, und die Karte verschwindet.\n🔎 `/danke unbedankt` nennt Leute, die geholfen haben und denen niemand gedankt hat.',
    adminTitle: 'Für dich, wenn du den Server führst',
    admin:
      '⚙️ In `/setup section: Dankeschöns` stehen der Kanal, die Werte, wie viel es zu vergeben gibt, Wartezeiten und Abzeichen.\n⭕ Am Ersten des Monats erfährst du, ohne Namen, ob kleine Gruppen meist einander danken.',
  },

  refusals: {
    'not-set-up':
      'Für Dankeschöns gibt es auf diesem Server noch keinen Ort. Wer ihn verwaltet, kann einen wählen: `/setup section: Dankeschöns`.',
    'not-found': 'Dieses Dankeschön kenne ich nicht.',
    yourself: 'Schön, dass dir gefällt, was du getan hast! Ein Dankeschön ist aber für andere.',
    bot: 'Das ist ein Bot. Er tut seine Arbeit gern, aber ein Dankeschön ist für Menschen.',
    nobody: 'Wem willst du danken? Such mindestens eine Person aus.',
    'too-many': 'In ein Dankeschön passen bis zu {max} Leute.',
    'not-a-member': '{user} ist nicht (mehr) auf diesem Server.',
    'reason-too-short':
      'Sag, was getan wurde: mindestens {words, plural, one {ein Wort} other {# Worte}}. Das macht es wertvoll.',
    'reason-too-long': 'Das ist länger, als es passt: bis zu {max} Zeichen.',
    'value-missing': 'Bitte such aus, wofür es steht.',
    'value-unknown': 'Diesen Wert gibt es nicht mehr. Bitte such einen anderen aus.',
    budget:
      'Dafür braucht es {wanted, plural, one {eines} other {#}}, und du hast {left, plural, =0 {keines} one {eines} other {#}} übrig. Genug gibt es wieder {at}.',
    pair: '{user} hast du erst kürzlich gedankt. Das geht wieder {at}.',
    back: '{user} hat dir eben erst gedankt. Zurück danken kannst du {at}, damit es nicht nur Höflichkeit ist.',
    'source-gone': 'Die Nachricht, für die es ist, gibt es nicht mehr.',
    'not-yours': 'Das kann nur, wer es gegeben hat.',
    'too-late':
      'Es ist über {minutes, plural, one {eine Minute} other {# Minuten}} alt, darum bleibt es. Stimmt etwas damit nicht, sag es dem Team.',
    'not-given': 'Das ist schon zurückgenommen.',
    'staff-only': 'Das kann nur das Team. Frag jemanden daraus.',
    'admins-only': 'Das kann nur, wer den Server verwaltet.',
    'reason-missing': 'Bitte gib einen Grund an.',
    'draft-gone': 'Das ist zu lange her. Bitte fang mit `/danke sagen` neu an.',
    settings: '{what}',
  },

  'settings-mistakes': {
    channel: 'In diesem Kanal können keine Dankeschöns stehen.',
    budget: 'Bitte gib eine Zahl von {min} bis {max} an.',
    'pair-days': 'Bitte gib {min} bis {max} Tage an.',
    'back-hours': 'Bitte gib {min} bis {max} Stunden an.',
    'values-full': 'Bis zu {max} Werte passen. Entferne erst einen.',
    'value-gone': 'Diesen Wert gibt es nicht mehr.',
    'value-name': 'Der Wert braucht einen Namen.',
    'value-name-long': 'Der Name ist zu lang: bis zu {max} Zeichen.',
    'value-description-long': 'Die Beschreibung ist zu lang: bis zu {max} Zeichen.',
    'value-emoji': 'Das ist nicht genau ein Emoji. Lass es leer oder nimm eines.',
    'value-twice': 'Einen Wert dieses Namens gibt es schon.',
    'badges-full': 'Bis zu {max} Abzeichen passen. Entferne erst eines.',
    'badge-twice': 'Dafür gibt es schon ein Abzeichen.',
    'badge-milestone': 'Diesen Meilenstein gibt es nicht.',
  },
};
