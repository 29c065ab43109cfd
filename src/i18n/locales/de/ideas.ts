import type { Texts } from '../../texts.ts';
import type { ideas as english } from '../en/ideas.ts';

export const ideas: Texts<typeof english> = {
  command: {
    name: 'idee',
    description: 'Schlag etwas vor, unterstütze andere Ideen und sieh, was daraus wird',
    submit: {
      name: 'einreichen',
      description: 'Idee vorschlagen: Formular ausfüllen, Ähnliches ansehen, posten',
    },
    list: { name: 'liste', description: 'Die Ideen dieses Servers' },
    show: { name: 'zeigen', description: 'Eine Idee ansehen, nur für dich' },
    mine: { name: 'meine', description: 'Deine eigenen Ideen und wie es um sie steht' },
    search: { name: 'suchen', description: 'Ideen nach Worten finden' },
    roadmap: { name: 'fahrplan', description: 'Was geplant, in Arbeit und umgesetzt ist' },
    help: { name: 'hilfe', description: 'Wie Ideen hier funktionieren' },
    status: { name: 'stand', description: 'Fürs Team: über eine Idee entscheiden, mit öffentlichem Grund' },
    merge: { name: 'verbinden', description: 'Fürs Team: eine Idee mit einer gleichen zusammenführen' },
    export: { name: 'export', description: 'Fürs Team: alle Ideen als CSV-Datei' },
    options: {
      idea: { name: 'idee', description: 'Nummer der Idee oder Worte daraus' },
      into: { name: 'mit', description: 'Die Idee, die bleibt: ihre Nummer oder Worte daraus' },
      to: { name: 'neu', description: 'Was aus ihr wird' },
      status: { name: 'stand', description: 'Welche Ideen (ohne Angabe: die offenen)' },
      category: { name: 'kategorie', description: 'Nur Ideen dieser Kategorie' },
      anonymous: { name: 'anonym', description: 'Ohne deinen Namen, wo der Server das erlaubt' },
      order: { name: 'reihenfolge', description: 'Ohne Angabe die neuesten zuerst' },
      words: { name: 'worte', description: 'Worte aus dem Titel oder dem Text' },
    },
  },

  list: {
    title: '## Ideen',
    mine: '## Deine Ideen',
    found: '## Ideen wie „{text}“',
    statuses: { open: 'Offene', any: 'Alle' },
    orders: { new: 'Neueste zuerst', support: 'Beliebteste zuerst' },
    allCategories: 'Alle Kategorien',
    pick: 'Eine davon ansehen',
    gathering: '{icon} {idea}\n-# {have} von {goal} · endet {relative}',
    line: '{icon} {idea}\n-# {status} · {supporters}',
    choice: '{number} · {title}',
    page: '-# Seite {page} von {pages} · {total, plural, one {eine Idee} other {# Ideen}}',
    previous: 'Zurück',
    next: 'Mehr',
    empty: 'Hier gibt es noch keine Ideen. `/idee einreichen` macht den Anfang.',
    emptyFilter:
      'Keine Ideen dieser Art. Nimm einen anderen Filter, oder schlag eine vor: `/idee einreichen`.',
    emptyMine: 'Du hast noch nichts vorgeschlagen. `/idee einreichen` genügt.',
    emptySearch:
      'Ich finde nichts dergleichen. Versuch es mit weniger oder anderen Worten, oder schlag es vor: `/idee einreichen`.',
  },

  roadmap: {
    hint: 'Selbst eine Idee? Tippe `/idee einreichen`.',
    all: 'Alle: {status}',
  },

  export: {
    done: 'Hier sind {left, plural, =0 {alle Ideen} one {die neuesten Ideen (# ältere passt nicht hinein)} other {die neuesten Ideen (# ältere passen nicht hinein)}} als Datei für Tabellen. Wer anonym ist, bleibt anonym.',
    number: 'Nummer',
    title: 'Titel',
    idea: 'Idee',
    problem: 'Problem',
    category: 'Kategorie',
    status: 'Stand',
    author: 'Von (ID)',
    anonymous: 'Anonym',
    supporters: 'Dafür',
    goal: 'Ziel',
    postedAt: 'Gepostet am (UTC)',
    statusAt: 'Stand seit (UTC)',
    reason: 'Öffentlicher Grund',
  },

  help: {
    title: 'Wie Ideen hier funktionieren',
    member:
      '💡 **Du hast eine Idee?** `/idee einreichen`, oder **Als Idee vorschlagen** im Menü einer Nachricht. Bevor du postest, siehst du, was ähnlich ist.\n👍 **Dir gefällt eine?** Drück darunter **Unterstützen**; noch einmal drücken nimmt es zurück. Mit **Folgen** erfährst du, was daraus wird.\n🔢 **Jede Idee hat eine Nummer**, die man sagen kann: `/idee zeigen 12`.\n🔎 **Sieh dich um:** `/idee liste`, `/idee suchen`, `/idee fahrplan`, und deine eigenen mit `/idee meine`.',
    way: '**Wie geht es dann weiter?** Sind rechtzeitig genug dafür, kommt eine Idee eine Stufe höher; die letzte Stufe bringt sie zum Team, das öffentlich antwortet, bis zu einem Tag, den alle sehen. Läuft die Zeit ab, kann sie einmal wiederkommen.',
    author:
      '**Sie ist von dir?** Bis zur ersten Stufe kannst du den Text ändern, danach etwas ergänzen. Das alles steht hinter **Details**.',
    closed:
      'Ideen sind auf diesem Server noch nicht eingerichtet. Wer ihn verwaltet, kann das mit `/setup` tun.',
    staffTitle: 'Für dich im Team',
    staff:
      '🔍 **Prüfungen** kommen in den Kanal des Teams, mit dem versprochenen Tag. Bewertet sie dort und entscheidet dann.\n📣 **Entscheiden** geht mit den Knöpfen dort oder mit `/idee stand 12`; dein Grund ist öffentlich.\n🔀 **Zweimal dasselbe?** `/idee verbinden 12 mit: 9`. Wer dafür war, kommt mit, von wem sie ist, darf Einspruch erheben, und 7 Tage lang geht es zurück.\n🛡️ **Mit einer stimmt etwas nicht?** Hinter **Details** könnt ihr sie ändern, zurücknehmen, sperren, von wem sie ist, und sehen, wer was getan hat.\n📄 `/idee export` gibt dir alle als Datei; in `/setup` stehen Ziele, Kanäle und Kategorien.',
  },

  trail: {
    submitted: 'Eingereicht',
    posted: 'Veröffentlicht',
    status: '{from} → {to}',
    rung: 'Stufe {rung} erreicht',
    edited: 'Text geändert',
    updated: 'Etwas ergänzt',
    merged: 'Zusammengeführt',
    'merge-undone': 'Zusammenführung rückgängig gemacht',
    objected: 'Einspruch gegen die Zusammenführung',
    'second-chance': 'Zweite Chance',
    reported: 'Gemeldet',
    'author-blocked': 'Weitere Ideen dieser Person gesperrt',
    'author-unblocked': 'Sperre aufgehoben',
    'author-revealed': 'Name nachgesehen',
    consent: 'Beantwortet, ob der Name dabei stehen darf',
    lost: 'Der Beitrag wurde gelöscht',
    overdue: 'Die versprochene Antwort kam zu spät',
  },

  refusals: {
    'anonymity-off':
      'Ideen ohne Namen gehen auf diesem Server nicht. Mit deinem Namen kannst du sie einreichen.',
    'not-set-up':
      'Für Ideen gibt es auf diesem Server noch keinen Ort. Wer ihn verwaltet, kann mit `/setup` einen wählen.',
    'not-found': 'Diese Idee kenne ich nicht. `/idee liste` zeigt, welche es gibt.',
    'draft-gone': 'Diesen Entwurf gibt es nicht mehr. Bitte fang mit `/idee einreichen` neu an.',
    'not-your-draft':
      'Dieser Entwurf gehört jemand anderem. Mit `/idee einreichen` machst du deinen eigenen.',
    blocked: 'Du kannst gerade keine Ideen einreichen. Hältst du das für einen Irrtum, frag das Team.',
    cooldown: 'Du hast gerade erst eine eingereicht. Die nächste geht <t:{until}:R>.',
    'too-many-open':
      'Du hast {max, plural, one {eine offene Idee} other {# offene Ideen}}, mehr gehen nicht auf einmal. Siehe `/idee meine`.',
    'title-missing': 'Bitte gib deiner Idee einen Titel.',
    'body-missing': 'Bitte schreib ein, zwei Sätze dazu.',
    'unknown-category': 'Diese Kategorie gibt es nicht mehr. Bitte nimm eine andere.',
    'not-an-image':
      '„{name}“ ist kein Bild, das ich zeigen kann. PNG, JPEG, GIF und WebP gehen, jeweils bis {max} MB.',
    'not-gathering': 'Diese Idee sammelt keine Unterstützung mehr. Ihr Stand: **{status}**.',
    over: 'Die Zeit für diese Idee ist um, deshalb bleibt die Unterstützung, wie sie ist.',
    'own-idea':
      'Es ist deine eigene Idee, dass du dafür bist, versteht sich. Gezählt wird ab der ersten anderen Person.',
    'may-not-manage': 'Das kann nur das Team. Frag dort nach.',
    'may-not-reveal': 'Das kann nur, wer den Server verwaltet.',
    'not-yours': 'Das kann nur die Person, von der die Idee ist.',
    'text-fixed':
      'Eine Stufe ist erreicht, deshalb bleibt der Text, für den die Leute sind. Ergänzen kannst du etwas, hinter **Details**.',
    'too-many-updates': 'Du hast schon {max} Dinge ergänzt, mehr passt nicht.',
    'wrong-status':
      'Das passt nicht: Der Stand dieser Idee ist jetzt **{from}**. Vielleicht war jemand schneller; sieh sie dir noch einmal an.',
    'reason-missing': 'Bitte gib einen Grund an. Wem die Idee wichtig ist, der liest ihn.',
    'scores-missing':
      'Vor der Entscheidung braucht es {need, plural, one {eine Bewertung} other {# Bewertungen}}; bisher {have, plural, =0 {gibt es keine} one {gibt es eine} other {sind es #}}.',
    'score-range': 'Bitte gib bei allen vieren einen Wert von 1 bis 5 an.',
    'no-case': 'Dort wird gerade nichts geprüft.',
    'merge-self': 'Das ist zweimal dieselbe Idee. Nimm eine andere, mit der sie zusammengeführt werden soll.',
    'merge-target': 'Idee {number} kann keine andere aufnehmen. Ihr Stand: **{status}**.',
    'merge-over': 'Die 7 Tage, in denen das rückgängig zu machen war, sind um.',
    'already-undone': 'Das ist schon rückgängig gemacht.',
    'no-second-chance': 'Diese Idee hatte ihre zweite Chance schon.',
    'second-chance-later': 'Sie kann <t:{at}:R> wiederkommen, nicht früher.',
    'already-reported': 'Du hast sie schon gemeldet. Das Team weiß Bescheid; danke.',
    'nothing-to-keep':
      'Hier gibt es nichts mehr zu entscheiden: Deine Unterstützung ist, wie du sie gelassen hast.',
    'consent-done': 'Das hast du schon beantwortet.',
  },
};
